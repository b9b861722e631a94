package dev.assay.run;

import dev.assay.Effort;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Catalogue;
import dev.assay.worker.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Runs experiments on PyTorch and writes when each trial began and ended, for {@link RecordedRun}.
 *
 * <pre>
 * java -cp CLASSPATH dev.assay.run.RunRecorder FILE EFFORT SEEDS WORKERS ID… # runtime/target/test-classes and the experiments'
 * </pre>
 */
final class RunRecorder implements Progress {
    private final PrintWriter out;
    private final Map<TrialKey, Double> begun = new HashMap<>();
    private double first = Double.NaN;

    private RunRecorder(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Catalogue catalogue = Catalogue.load();
        List<Executable<?>> experiments = new ArrayList<>();
        for (String id : Arrays.asList(arguments).subList(4, arguments.length)) {
            experiments.add(catalogue.get(id));
        }
        int workers = Integer.parseInt(arguments[3]);
        RunOptions options = new RunOptions(
                Effort.valueOf(arguments[1].toUpperCase(Locale.ROOT)),
                EngineName.PYTORCH,
                OptionalInt.of(Integer.parseInt(arguments[2])),
                OptionalInt.of(workers),
                Files.createTempDirectory("assay-recorded"),
                Limits.of(workers),
                false,
                false,
                List.of());
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0]), StandardCharsets.UTF_8));
                Run run = Run.open(catalogue, experiments, options)) {
            out.println("# " + String.join(" ", Arrays.asList(arguments).subList(1, arguments.length)));
            run.execute(new RunRecorder(out));
        }
    }

    private double now() {
        return System.nanoTime() / 1e9;
    }

    @Override
    public void begin(Outset outset) {}

    @Override
    public void started(TrialKey trial) {
        if (Double.isNaN(first)) {
            first = now();
        }
        begun.put(trial, now() - first);
    }

    @Override
    public void finished(TrialRecord record) {
        OptionalDouble alone = record.alone() == null ? OptionalDouble.empty() : OptionalDouble.of(record.alone());
        out.printf(
                Locale.ROOT,
                "%.3f\t%.3f\t%.3f\t%.3f\t%s%n",
                begun.get(record.key()),
                now() - first,
                record.seconds(),
                alone.orElse(0),
                record.key());
        out.flush();
    }

    @Override
    public void end() {}
}
