package dev.assay.junit;

import dev.assay.Effort;
import dev.assay.command.Assay;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.render.Reports;
import dev.assay.report.ClaimReport;
import dev.assay.report.ExperimentReport;
import dev.assay.worker.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The claims of an experiment, each as a test:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> claims() {
 *     return ClaimTests.of(LabelSmoothing.class).engine(EngineName.PYTORCH).stream();
 * }
 * }</pre>
 *
 * <p>A supported claim passes, a refuted one fails with the sentence that decided, an inconclusive one, or any at smoke
 * effort, is aborted (Surefire counts it as skipped), and an invalid one is an error. The experiment runs when the tests are
 * asked for, as {@code assay run} does: over paired seeds, in worker processes, into a directory whose ledger is continued,
 * so that the same tests, run again without a change, take a second.
 */
public final class ClaimTests {
    private static final int DONE = 0;
    private static final int SOME_FAILED = 3;

    private final Class<?> experiment;
    private final Effort effort;
    private final EngineName engine;
    private final @Nullable Path out;
    private final Map<String, Integer> options;

    private ClaimTests(
            Class<?> experiment, Effort effort, EngineName engine, @Nullable Path out, Map<String, Integer> options) {
        this.experiment = experiment;
        this.effort = effort;
        this.engine = engine;
        this.out = out;
        this.options = Map.copyOf(options);
    }

    /**
     * The claims of an experiment at quick effort on MXNet.
     *
     * @param experiment the annotated class, or a harness written in the fluent DSL
     */
    public static ClaimTests of(Class<?> experiment) {
        return new ClaimTests(experiment, Effort.QUICK, EngineName.MXNET, null, Map.of());
    }

    /** At this effort. */
    public ClaimTests effort(Effort spent) {
        return new ClaimTests(experiment, spent, engine, out, options);
    }

    /** On this engine. */
    public ClaimTests engine(EngineName name) {
        return new ClaimTests(experiment, effort, name, out, options);
    }

    /** In this directory, instead of {@code target/assay/<id>/<effort>-<engine>}. */
    public ClaimTests out(Path directory) {
        return new ClaimTests(experiment, effort, engine, directory, options);
    }

    /** Over this many seeds, instead of what the experiment says for the effort; at least 1. */
    public ClaimTests seeds(int number) {
        return with("--seeds", number);
    }

    /** In this many worker processes, instead of one for each processor; at least 1. */
    public ClaimTests workers(int number) {
        return with("--workers", number);
    }

    private ClaimTests with(String option, int number) {
        Map<String, Integer> more = new HashMap<>(options);
        more.put(option, number);
        return new ClaimTests(experiment, effort, engine, out, more);
    }

    /**
     * Runs what is left to run, and gives a test for each claim, in the order written.
     *
     * @throws dev.assay.worker.NoHarnessException if the class has no harness on the class path
     * @throws IllegalStateException if the run is refused, or no worker can do it; the message is the command's
     * @throws UncheckedIOException if the ledger cannot be read
     */
    public Stream<DynamicNode> stream() {
        Executable<?> executable = Catalogue.load().get(experiment);
        String id = executable.plan().id();
        String spent = effort.name().toLowerCase(Locale.ROOT);
        Path directory = out != null ? out : Path.of("target", "assay", id, spent + "-" + engine.djlName());
        List<String> command = new ArrayList<>(List.of(
                "run", id, "--quiet", "--effort", spent, "--engine", engine.djlName(), "--out", directory.toString()));
        options.forEach((option, number) -> command.addAll(List.of(option, String.valueOf(number))));
        StringWriter said = new StringWriter();
        PrintWriter err = new PrintWriter(said, true);
        int code = Assay.execute(new PrintWriter(PrintWriter.nullWriter()), err, command.toArray(String[]::new));
        if (code != DONE && code != SOME_FAILED) {
            throw new IllegalStateException(said.toString().strip());
        }
        return claims(id, directory).stream().map(claim -> test(claim, directory));
    }

    private static List<ClaimReport> claims(String id, Path directory) {
        try {
            return Reports.judge(directory).experiments().stream()
                    .filter(report -> report.id().equals(id))
                    .findFirst()
                    .map(ExperimentReport::claims)
                    .orElseThrow(() -> new IllegalStateException(directory + " holds no run of " + id));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private DynamicNode test(ClaimReport claim, Path directory) {
        URI source = URI.create("class:" + experiment.getName());
        return DynamicTest.dynamicTest(claim.claim(), source, () -> judge(claim, directory));
    }

    private static void judge(ClaimReport claim, Path directory) {
        String message = claim.verdict().words() + ": " + claim.claim() + ". " + claim.because() + " Report: "
                + directory.resolve("index.html");
        switch (claim.verdict()) {
            case SUPPORTED -> {}
            case REFUTED -> Assertions.fail(message);
            case INCONCLUSIVE, NOT_JUDGED -> Assumptions.abort(message);
            case INVALID -> throw new IllegalStateException(message);
        }
    }
}
