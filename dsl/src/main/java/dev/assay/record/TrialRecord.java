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
 * @param seconds the wall time of the trial, shared values and figures left out
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
                effort,
                engine,
                "");
    }

    /** The same record of a trial of which it is known what else it depended on. */
    public TrialRecord of(Provenance known) {
        return with(failure, known.fingerprint());
    }

    /** The same record of a failed trial, with what is known by now of why it failed. */
    public TrialRecord failedBy(Failure known) {
        return with(known, provenance);
    }

    private TrialRecord with(@Nullable Failure why, String dependedOn) {
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
                seconds,
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
