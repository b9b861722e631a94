package dev.assay.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a ledger holds.
 *
 * @param plans each experiment's last plan line, by id in the order in which they were first planned
 * @param trials each trial's last record, in the order in which the trials were first written
 * @param intact how many bytes of the file are whole lines; a torn last line lies beyond
 * @param histories what each experiment's plan lines tell together, by id
 */
public record LedgerContent(
        Map<String, PlanLine> plans, List<TrialRecord> trials, long intact, Map<String, PlanHistory> histories) {
    /** The ledger's name in a run directory. */
    public static final String FILE = "trials.jsonl";

    public LedgerContent {
        plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
        trials = List.copyOf(trials);
        histories = Map.copyOf(histories);
    }

    /** Content whose plans were each written once, before any trial. */
    public LedgerContent(Map<String, PlanLine> plans, List<TrialRecord> trials, long intact) {
        this(
                plans,
                trials,
                intact,
                plans.values().stream().collect(Collectors.toMap(PlanLine::experiment, PlanHistory::of)));
    }

    /** What the plan lines of an experiment that has one tell together. */
    public PlanHistory history(String experiment) {
        return Objects.requireNonNull(histories.get(experiment), "no plan of " + experiment);
    }

    /** What a ledger holds that has no line yet. */
    public static LedgerContent empty() {
        return new LedgerContent(Map.of(), List.of(), 0);
    }

    /** The same without everything of these experiments. */
    public LedgerContent without(Set<String> experiments) {
        Map<String, PlanLine> others = new LinkedHashMap<>(plans);
        others.keySet().removeAll(experiments);
        return new LedgerContent(
                others,
                trials.stream()
                        .filter(trial -> !experiments.contains(trial.experiment()))
                        .toList(),
                intact,
                histories.entrySet().stream()
                        .filter(entry -> !experiments.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Reads a ledger. A last line without a line break was torn by a crash and is left out.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a whole line is no ledger line of this format or was changed since it was written,
     *     or if two lines cannot stand beside each other; the message gives their numbers
     */
    public static LedgerContent read(Path file) throws IOException {
        LedgerReader reader = new LedgerReader();
        LedgerBatch batch = new LedgerBatch(file, reader);
        long intact = 0;
        // A few lines at a time, for a large suite's ledger is larger than what is kept of it.
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] chunk = new byte[1 << 16];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int length = bytes.read(chunk); length >= 0; length = bytes.read(chunk)) {
                int start = 0;
                for (int end = 0; end < length; end++) {
                    if (chunk[end] == '\n') {
                        line.write(chunk, start, end - start);
                        start = end + 1;
                        batch.add(line.toByteArray());
                        intact += line.size() + 1L;
                        line.reset();
                    }
                }
                line.write(chunk, start, length - start);
            }
        }
        batch.finish();
        return reader.content(intact);
    }
}
