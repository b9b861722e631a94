package dev.assay.run;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.record.Failure;
import dev.assay.record.LedgerLine;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Job;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run as it happened once, on a machine that had other things to do as well: what {@link RunRecorder} wrote.
 *
 * @param trials in the order in which they ended
 */
record RecordedRun(List<Trial> trials) {
    RecordedRun {
        trials = List.copyOf(trials);
    }

    /**
     * A trial.
     *
     * @param begin when the program heard that it began, in seconds since the first one did
     * @param end when it heard that it ended
     * @param took for how long the worker was busy with it, and had the machine to itself
     */
    record Trial(double begin, double end, Took took, TrialKey key) {
        TrialRecord record() {
            return RecordedRun.record(key, null).took(took.seconds(), took.alone());
        }
    }

    static TrialRecord failed(TrialKey key) {
        return record(key, new Failure(Failure.Cause.EXCEPTION, "no reason", "", ""));
    }

    private static TrialRecord record(TrialKey key, @Nullable Failure failure) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                key.experiment(),
                key.cell().variant(),
                key.cell().levels(),
                key.seed(),
                failure == null ? Status.OK : Status.FAILED,
                Map.of(),
                List.of(),
                List.of(),
                failure,
                0,
                Effort.QUICK,
                "PyTorch");
    }

    /** What was said at a moment to be left. */
    record Told(double at, Remaining left) {}

    /** Reads what a resource holds: a line a trial with begin, end, seconds, seconds alone, and the trial's key. */
    static RecordedRun of(String name) {
        InputStream resource = Objects.requireNonNull(RecordedRun.class.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new RecordedRun(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(field -> new Trial(
                            Double.parseDouble(field[0]),
                            Double.parseDouble(field[1]),
                            new Took(Double.parseDouble(field[2]), Double.parseDouble(field[3])),
                            TrialKey.parse(field[4])))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /** What each trial took. */
    Map<TrialKey, Took> took() {
        return trials.stream().collect(Collectors.toMap(Trial::key, Trial::took));
    }

    /** Its jobs, seed by seed of one experiment after the other. */
    List<Job> jobs() {
        Map<String, Map<Integer, List<TrialKey>>> jobs = new LinkedHashMap<>();
        for (Trial trial : trials) {
            jobs.computeIfAbsent(trial.key().experiment(), unseen -> new TreeMap<>())
                    .computeIfAbsent(trial.key().seed(), unseen -> new ArrayList<>())
                    .add(trial.key());
        }
        List<Job> all = new ArrayList<>();
        jobs.forEach((id, seeds) ->
                seeds.values().forEach(seed -> all.add(new Job(id, "hash", Effort.QUICK, EngineName.PYTORCH, seed))));
        return all;
    }

    /** When the last trial ended. */
    double end() {
        return trials.get(trials.size() - 1).end();
    }

    List<TrialKey> keys() {
        return trials.stream().map(Trial::key).toList();
    }

    /** Lets it happen again, and asks after each trial how much is left. */
    List<Told> told(TimeLeft left) {
        List<Trial> begins =
                trials.stream().sorted(Comparator.comparingDouble(Trial::begin)).toList();
        List<Told> told = new ArrayList<>();
        int next = 0;
        for (Trial trial : trials) {
            while (next < begins.size() && begins.get(next).begin() <= trial.end()) {
                left.started(begins.get(next).key(), begins.get(next).begin());
                next++;
            }
            left.finished(trial.record());
            Optional<Remaining> now = left.at(trial.end());
            now.ifPresent(remaining -> told.add(new Told(trial.end(), remaining)));
        }
        return told;
    }
}
