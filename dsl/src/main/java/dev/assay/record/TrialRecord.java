package dev.assay.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assay.Effort;
import dev.assay.plan.Cell;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a trial left behind.
 *
 * @param format {@link LedgerLine#FORMAT}
 * @param experiment the experiment's id
 * @param variant the variant's name
 * @param levels a level for each factor and family level of the cell, sorted by name
 * @param seed the seed's index, from 0
 * @param status whether it came to an outcome
 * @param metrics the metrics' values in the plan's order; may be NaN or infinite; empty if it failed
 * @param curves what {@code Trial.curve} collected
 * @param figures the cell's figures, for seed 0 only
 * @param failure why it failed, or null
 * @param seconds for how long a worker was busy with the trial, with shared values that it was the first to ask for, metrics
 *     and figures; what it waited while other trials had the machine to themselves is left out
 * @param alone for how many of these seconds it had the machine to itself, or null if it did not ask for that
 * @param effort the effort
 * @param engine the DJL engine's name
 * @param provenance the {@linkplain Provenance#fingerprint fingerprint} of what else it depended on, or empty for a trial
 *     that was run outside a run directory
 */
@JsonPropertyOrder({
    "kind",
    "format",
    "experiment",
    "variant",
    "levels",
    "seed",
    "status",
    "metrics",
    "seconds",
    "alone",
    "effort",
    "engine",
    "provenance",
    "failure",
    "curves",
    "figures"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialRecord(
        int format,
        String experiment,
        String variant,
        Map<String, String> levels,
        int seed,
        Status status,
        Map<String, Double> metrics,
        List<Curve> curves,
        List<DrawnFigure> figures,
        @Nullable Failure failure,
        double seconds,
        @Nullable Double alone,
        Effort effort,
        String engine,
        String provenance)
        implements LedgerLine {

    public TrialRecord {
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        curves = List.copyOf(curves);
        figures = List.copyOf(figures);
        if (seed < 0) {
            throw new IllegalArgumentException("a seed's index counts from 0, not " + seed);
        }
        if ((status == Status.FAILED) != (failure != null)) {
            throw new IllegalArgumentException("a trial has a failure exactly if it failed; status is " + status
                    + " and the failure is " + failure);
        }
        if (failure != null && !metrics.isEmpty()) {
            throw new IllegalArgumentException(
                    "a trial that failed came to no outcome, so it has no metrics, not " + metrics);
        }
        if (seed > 0 && !figures.isEmpty()) {
            throw new IllegalArgumentException(
                    "figures are drawn for seed 0 only, but seed " + seed + " has " + figures.size());
        }
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("a trial takes at least 0 seconds, not " + seconds);
        }
        if (alone != null && !(alone >= 0 && alone <= seconds)) {
            throw new IllegalArgumentException(
                    "a trial has the machine to itself for at most its " + seconds + " seconds, not for " + alone);
        }
    }

    /** A record of a trial of which it is not known what else it depended on. */
    public TrialRecord(
            int format,
            String experiment,
            String variant,
            Map<String, String> levels,
            int seed,
            Status status,
            Map<String, Double> metrics,
            List<Curve> curves,
            List<DrawnFigure> figures,
            @Nullable Failure failure,
            double seconds,
            Effort effort,
            String engine) {
        this(
                format,
                experiment,
                variant,
                levels,
                seed,
                status,
                metrics,
                curves,
                figures,
                failure,
                seconds,
                null,
                effort,
                engine,
                "");
    }

    /** The same record of a trial of which it is known what else it depended on. */
    public TrialRecord of(Provenance known) {
        return with(failure, seconds, alone, known.fingerprint());
    }

    /** The same record of a failed trial, with what is known by now of why it failed. */
    public TrialRecord failedBy(Failure known) {
        return with(known, seconds, alone, provenance);
    }

    /**
     * The same record of a trial of which it is known how long it took.
     *
     * @param alonePart for how many of the seconds it had the machine to itself, 0 if it did not ask for that
     */
    public TrialRecord took(double allSeconds, double alonePart) {
        return with(failure, allSeconds, alonePart > 0 ? alonePart : null, provenance);
    }

    private TrialRecord with(@Nullable Failure why, double allSeconds, @Nullable Double alonePart, String dependedOn) {
        return new TrialRecord(
                format,
                experiment,
                variant,
                levels,
                seed,
                status,
                metrics,
                curves,
                figures,
                why,
                allSeconds,
                alonePart,
                effort,
                engine,
                dependedOn);
    }

    /** The cell that it belongs to. */
    @JsonIgnore
    public Cell cell() {
        return new Cell(variant, levels);
    }

    /** Which trial this is: experiment, cell and seed. */
    @JsonIgnore
    public TrialKey key() {
        return new TrialKey(experiment, cell(), seed);
    }
}
