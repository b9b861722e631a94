package dev.assay.command;

import dev.assay.record.TrialKey;
import dev.assay.run.Replay;
import dev.assay.worker.Catalogue;
import dev.assay.worker.WorkersUnavailableException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay replay}. */
@Command(
        name = "replay",
        description = "Runs one trial of a run again and says whether it gives the same, bit for bit.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every metric and curve point is the same, timings aside",
            "1:something differs",
            "2:wrong usage, or the run has no such trial",
            "3:the trial failed, now as then"
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "the directory that 'assay run' wrote")
    private Path directory = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "TRIAL",
            description = "experiment/cell/seed, such as 'group-norm/group(batchSize=2, groups=4)/3'")
    private String trial = "";

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        Replay replay;
        try {
            replay = Replay.of(Catalogue.load(), directory, TrialKey.parse(trial));
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(line, malformed.getMessage(), malformed);
        } catch (WorkersUnavailableException unavailable) {
            line.getErr().println("assay: " + unavailable.getMessage());
            return ExitCode.USAGE;
        }
        String name = replay.before().key().toString();
        if (!replay.changed().isEmpty()) {
            out.println("Since " + name + " was run, " + replay.changed() + ".");
        }
        String difference = replay.difference();
        if (!difference.isEmpty()) {
            out.println(name + " differs: " + difference + ".");
            return ExitCode.REGRESSION;
        }
        if (replay.again().failure() != null) {
            out.println(name + " failed as it did before: "
                    + replay.again().failure().message());
            return ExitCode.INCOMPLETE;
        }
        out.println(name + " is identical: " + replay.compared() + " are the same bit for bit, timings aside.");
        return ExitCode.DONE;
    }
}
