package dev.assay.run;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.worker.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How to run experiments.
 *
 * @param effort the effort of every trial
 * @param engine the engine of every trial
 * @param seeds how many seeds, instead of what each plan says for the effort; at least 1
 * @param workers how many worker processes, instead of one for each processor; at least 1
 * @param out the run's directory
 * @param limits what each trial and worker may take
 * @param failFast whether the first failed trial ends the run
 * @param fresh whether to move what stands there aside
 * @param command the command's words, for {@code run.json}
 * @param untilDecided how to go on until the claims are decided, or null for a fixed number of seeds
 */
public record RunOptions(
        Effort effort,
        EngineName engine,
        OptionalInt seeds,
        OptionalInt workers,
        Path out,
        Limits limits,
        boolean failFast,
        boolean fresh,
        List<String> command,
        @Nullable UntilDecided untilDecided) {
    public RunOptions {
        command = List.copyOf(command);
        if (seeds.isPresent() && seeds.getAsInt() < 1) {
            throw new IllegalArgumentException("a run has at least 1 seed, not " + seeds.getAsInt());
        }
        if (workers.isPresent() && workers.getAsInt() < 1) {
            throw new IllegalArgumentException("a run has at least 1 worker, not " + workers.getAsInt());
        }
    }

    /** Options of a run whose number of seeds is fixed. */
    public RunOptions(
            Effort effort,
            EngineName engine,
            OptionalInt seeds,
            OptionalInt workers,
            Path out,
            Limits limits,
            boolean failFast,
            boolean fresh,
            List<String> command) {
        this(effort, engine, seeds, workers, out, limits, failFast, fresh, command, null);
    }
}
