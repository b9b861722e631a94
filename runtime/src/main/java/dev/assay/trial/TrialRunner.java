package dev.assay.trial;

import dev.assay.Effort;
import dev.assay.chart.Chart;
import dev.assay.dsl.Executable;
import dev.assay.engine.ArrayScope;
import dev.assay.engine.EngineName;
import dev.assay.engine.EngineUnavailableException;
import dev.assay.plan.Cell;
import dev.assay.plan.Factor;
import dev.assay.record.DrawnFigure;
import dev.assay.record.Failure;
import dev.assay.record.LedgerLine;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials of one experiment in this process, one after another. Values shared within a seed are kept until a trial of
 * another seed begins.
 *
 * @param <O> what every variant returns
 */
public final class TrialRunner<O> implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final Executable<O> executable;
    private final Effort effort;
    private final EngineName engine;
    private final Machine machine;
    private final Runnable alive;
    private SharedValues shared = new SharedValues();
    private int seed = -1;

    private TrialRunner(Executable<O> executable, Effort effort, EngineName engine, Machine machine, Runnable alive) {
        this.executable = executable;
        this.effort = effort;
        this.engine = engine;
        this.machine = machine;
        this.alive = alive;
    }

    /**
     * A runner for an experiment.
     *
     * @param machine lets a measurement have the machine to itself
     * @param alive called at every step and repeat; the trial's sign of life
     */
    public static <O> TrialRunner<O> of(
            Executable<O> executable, Effort effort, EngineName engine, Machine machine, Runnable alive) {
        return new TrialRunner<>(executable, effort, engine, machine, alive);
    }

    /**
     * Runs one trial. Whatever the experiment's code throws becomes a failed record.
     *
     * @throws EngineUnavailableException if the engine cannot be loaded: no trial could run then
     */
    public TrialRecord run(Cell cell, int seedIndex) {
        long start = System.nanoTime();
        long waited = machine.waitedNanos();
        long alone = machine.aloneNanos();
        TrialRecord record = attempt(cell, seedIndex);
        double seconds = (System.nanoTime() - start - (machine.waitedNanos() - waited)) / NANOS;
        return record.took(seconds, Math.min(seconds, (machine.aloneNanos() - alone) / NANOS));
    }

    private TrialRecord attempt(Cell cell, int seedIndex) {
        if (seedIndex != seed) {
            endSeed();
            seed = seedIndex;
        }
        RunningTrial trial = new RunningTrial(
                new RunningTrial.Surroundings(
                        effort,
                        engine::newManager,
                        executable.plan().factors().stream().map(Factor::name).toList(),
                        shared,
                        machine,
                        alive),
                cell.levels(),
                new StreamKeys(executable.plan().id(), seedIndex, ""));
        machine.enter();
        try (ArrayScope scope = ArrayScope.open();
                RunningTrial closing = trial) {
            O outcome = executable.run(cell.variant(), trial);
            Map<String, Double> metrics = executable.measure(cell.variant(), outcome);
            metrics.forEach(TrialRunner::requireNumber);
            return record(cell, Status.OK, metrics, trial, figures(cell, outcome), null);
        } catch (EngineUnavailableException unavailable) {
            throw unavailable;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError | OutOfMemoryError failed) {
            return record(cell, Status.FAILED, Map.of(), trial, List.of(), failure(failed));
        } finally {
            machine.leave();
        }
    }

    private static void requireNumber(String metric, double value) {
        if (Double.isNaN(value)) {
            throw new DivergedException("metric '" + metric + "' is NaN");
        }
    }

    private List<DrawnFigure> figures(Cell cell, O outcome) {
        List<DrawnFigure> figures = new ArrayList<>();
        if (seed == 0) {
            for (Map.Entry<String, Chart> chart : executable.draw(cell, outcome).entrySet()) {
                figures.add(new DrawnFigure(chart.getKey(), chart.getValue()));
            }
        }
        return figures;
    }

    private TrialRecord record(
            Cell cell,
            Status status,
            Map<String, Double> metrics,
            RunningTrial trial,
            List<DrawnFigure> figures,
            @Nullable Failure failure) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                executable.plan().id(),
                cell.variant(),
                cell.levels(),
                seed,
                status,
                metrics,
                trial.curves(),
                figures,
                failure,
                0,
                effort,
                engine.djlName());
    }

    private static Failure failure(Throwable failed) {
        Failure.Cause cause = failed instanceof DivergedException
                ? Failure.Cause.DIVERGED
                : failed instanceof OutOfMemoryError ? Failure.Cause.MEMORY : Failure.Cause.EXCEPTION;
        String name = cause == Failure.Cause.EXCEPTION ? failed.getClass().getName() + ": " : "";
        return new Failure(cause, name + failed.getMessage(), ownFrame(failed), "");
    }

    /** The first stack frame that is neither the platform's, the engine's nor the runtime's. */
    private static String ownFrame(Throwable failed) {
        for (StackTraceElement frame : failed.getStackTrace()) {
            String name = frame.getClassName();
            if (!name.startsWith("java.")
                    && !name.startsWith("jdk.")
                    && !name.startsWith("ai.djl.")
                    && !name.startsWith("dev.assay.train.")
                    && !name.startsWith("dev.assay.trial.")
                    && !name.startsWith("dev.assay.engine.")
                    && !name.startsWith("dev.assay.dsl.")
                    && !name.startsWith("dev.assay.worker.WorkerMain")) {
                return frame.toString();
            }
        }
        return "";
    }

    private void endSeed() {
        shared.close();
        shared = new SharedValues();
    }

    @Override
    public void close() {
        endSeed();
    }
}
