package dev.assay.command;

import dev.assay.Effort;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.report.SuiteReport;
import dev.assay.run.Forecast;
import dev.assay.run.Progress;
import dev.assay.run.Run;
import dev.assay.run.RunOptions;
import dev.assay.run.UntilDecided;
import dev.assay.worker.Catalogue;
import dev.assay.worker.Limits;
import dev.assay.worker.WorkersUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay run}. */
@Command(
        name = "run",
        description = "Runs experiments and writes their report. A run that was stopped goes on where it was.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "the experiments; all if none is named")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            split = ",",
            converter = EngineConverter.class,
            description =
                    "MXNet (the default) or PyTorch; both, with a comma between, run into DIR/MXNet and DIR/PyTorch")
    private List<EngineName> engines = List.of(EngineName.MXNET);

    @Option(
            names = "--effort",
            paramLabel = "EFFORT",
            converter = EffortConverter.class,
            description =
                    "smoke proves that it runs, quick (the default) gives honest verdicts, full is for publishing")
    private Effort effort = Effort.QUICK;

    @Option(names = "--seeds", paramLabel = "N", description = "seeds, instead of what each experiment says")
    private @Nullable Integer seeds;

    @Option(names = "--workers", paramLabel = "N", description = "worker processes; by default one for each processor")
    private @Nullable Integer workers;

    @Option(names = "--out", paramLabel = "DIR", description = "the run's directory; by default assay-report")
    private Path out = Path.of("assay-report");

    @Option(
            names = "--until-decided",
            description = "add seeds to experiments with inconclusive claims, by a procedure that may look repeatedly")
    private boolean untilDecided;

    @Option(
            names = "--max-seeds",
            paramLabel = "N",
            description = "the most seeds with --until-decided; 30 unless given")
    private @Nullable Integer maxSeeds;

    /** At how many seeds each experiment is looked at next, in a run until its claims are decided. */
    private Map<String, Integer> next = Map.of();

    @Option(names = "--fresh", description = "start over; the old ledger is kept aside")
    private boolean fresh;

    @Option(
            names = "--trial-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "how long a trial may take, such as 90s or 5m; a trial that takes longer fails")
    private @Nullable Duration trialTimeout;

    @Option(
            names = "--worker-memory",
            paramLabel = "SIZE",
            converter = MemoryConverter.class,
            description =
                    "what a worker may hold in heap and arrays, such as 4g; by default its share of the machine's")
    private @Nullable Long workerMemory;

    @Option(names = "--fail-fast", description = "stop at the first trial that fails")
    private boolean failFast;

    @Option(names = "--dry-run", description = "only say what would be run, and why")
    private boolean dryRun;

    @Option(names = "--quiet", description = "show no progress")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Catalogue catalogue = Catalogue.load();
        List<Executable<?>> experiments = experiments(catalogue, line);
        if (effort == Effort.QUICK && seeds == null && !quiet) {
            experiments.forEach(experiment -> Doubts.of(
                            experiment.plan(),
                            catalogue.harness(experiment.plan().id()))
                    .forEach(line.getErr()::println));
        }
        List<EngineName> distinct = engines.stream().distinct().toList();
        Interrupts.install();
        int worst = ExitCode.DONE;
        for (EngineName engine : distinct) {
            Path directory = distinct.size() == 1 ? out : out.resolve(engine.djlName());
            if (dryRun) {
                forecast(catalogue, experiments, options(engine, directory, line), line.getOut());
                continue;
            }
            int code = run(catalogue, experiments, engine, directory, line);
            if (code == ExitCode.STOPPED || code == ExitCode.USAGE) {
                return code;
            }
            worst = Math.max(worst, code);
        }
        if (distinct.size() == 2 && !dryRun) {
            Verdicts.agreement(out, distinct, line.getOut());
        }
        return worst;
    }

    /** Runs on one engine, and goes on with what is to be decided. */
    private int run(Catalogue catalogue, List<Executable<?>> all, EngineName engine, Path directory, CommandLine line)
            throws IOException {
        List<Executable<?>> experiments = all;
        next = Map.of();
        while (true) {
            try (Run run = Run.open(catalogue, experiments, options(engine, directory, line))) {
                int code = execute(run, directory, line);
                if (next.isEmpty()) {
                    return code;
                }
            }
            experiments = experiments.stream()
                    .filter(experiment -> next.containsKey(experiment.plan().id()))
                    .toList();
        }
    }

    private static void forecast(
            Catalogue catalogue, List<Executable<?>> experiments, RunOptions options, PrintWriter to) {
        Table table = new Table("EXPERIMENT", "TO RUN", "KEPT", "WHY");
        List<Forecast> forecasts = Forecast.of(catalogue, experiments, options);
        for (Forecast forecast : forecasts) {
            table.add(
                    forecast.experiment(),
                    String.valueOf(forecast.trials()),
                    String.valueOf(forecast.kept()),
                    forecast.why());
        }
        table.lines().forEach(to::println);
        to.println(forecasts.stream().mapToInt(Forecast::trials).sum() + " trials would be run on "
                + options.engine().djlName() + " into " + options.out());
    }

    private List<Executable<?>> experiments(Catalogue catalogue, CommandLine line) {
        try {
            return ids.isEmpty()
                    ? List.copyOf(catalogue.all())
                    : ids.stream().distinct().<Executable<?>>map(catalogue::get).toList();
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(line, unknown.getMessage(), unknown);
        }
    }

    private RunOptions options(EngineName engine, Path directory, CommandLine line) {
        List<String> command = line.getParseResult().originalArgs();
        try {
            return new RunOptions(
                    effort,
                    engine,
                    optional(seeds),
                    optional(workers),
                    directory,
                    limits(),
                    failFast,
                    fresh && next.isEmpty(),
                    command,
                    untilDecided(line));
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(line, outOfRange.getMessage(), outOfRange);
        }
    }

    private @Nullable UntilDecided untilDecided(CommandLine line) {
        if (!untilDecided && maxSeeds != null) {
            throw new ParameterException(
                    line, "--max-seeds bounds a run --until-decided; say that, too, or --seeds instead");
        }
        if (untilDecided && effort == Effort.SMOKE) {
            throw new ParameterException(
                    line, "a run of smoke effort decides nothing; run until decided with --effort quick or full");
        }
        return untilDecided ? new UntilDecided(maxSeeds == null ? 30 : maxSeeds, next) : null;
    }

    /** Finds out what needs more seeds, and says so. */
    private void lookAgain(Run run, Path directory, CommandLine line) throws IOException {
        if (untilDecided && run.failed() == 0) {
            SuiteReport suite = Verdicts.judge(directory);
            next = Undecided.next(suite, run.experiments());
            if (!next.isEmpty() && !quiet) {
                line.getErr().println(Undecided.line(suite, next));
            }
        }
    }

    private Limits limits() {
        Limits limits = Limits.of(workers == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, workers));
        limits = trialTimeout == null ? limits : limits.withTrial(trialTimeout);
        return workerMemory == null ? limits : limits.withBytes(workerMemory);
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private int execute(Run run, Path directory, CommandLine line) throws IOException {
        PrintWriter err = line.getErr();
        Thread onInterrupt = new Thread(() -> sayHowToResume(run, directory, err), "stop");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        next = Map.of();
        try {
            run.execute(progress(err));
        } catch (WorkersUnavailableException | UncheckedIOException broken) {
            if (!run.isStopped() || run.finished() < run.total()) {
                err.println("assay: " + broken.getMessage());
            }
            return run.finished() == 0 ? ExitCode.USAGE : ExitCode.INCOMPLETE;
        } finally {
            if (!run.isStopped()) {
                Runtime.getRuntime().removeShutdownHook(onInterrupt);
            }
        }
        if (run.isStopped()) {
            return ExitCode.STOPPED;
        }
        lookAgain(run, directory, line);
        if (!next.isEmpty()) {
            return ExitCode.DONE;
        }
        Verdicts.write(directory, line.getOut());
        if (run.isFailedFast()) {
            err.println("assay: stopped at the first trial that failed, after " + run.finished() + " of " + run.total()
                    + "; the same command goes on from there");
            return ExitCode.INCOMPLETE;
        }
        if (run.failed() > 0) {
            err.println("assay: " + run.failed() + " of " + run.total()
                    + " trials failed; the report says why, and the same command tries them again");
            return ExitCode.INCOMPLETE;
        }
        return ExitCode.DONE;
    }

    private void sayHowToResume(Run run, Path directory, PrintWriter err) {
        run.stop();
        err.println("assay: stopped after " + run.finished() + " of " + run.total() + " trials, which are kept in "
                + directory + "; the same command goes on from there" + (fresh ? " if you leave out --fresh" : ""));
    }

    private Progress progress(PrintWriter err) {
        if (quiet) {
            return new SilentProgress();
        }
        int columns = Integer.getInteger("assay.columns", 0); // set by the assay script on a terminal
        return columns > 0 ? new LiveProgress(err, columns) : new PlainProgress(err);
    }
}
