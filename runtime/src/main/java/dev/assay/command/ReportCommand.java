package dev.assay.command;

import dev.assay.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay report}. */
@Command(
        name = "report",
        description = "Judges the ledger of a run again and writes its report, without an engine.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the directory that 'assay run' wrote")
    private Path directory = Path.of("");

    @Override
    public Integer call() throws IOException {
        Verdicts.write(
                RunDirectory.existing(directory),
                Objects.requireNonNull(spec).commandLine().getOut());
        return ExitCode.DONE;
    }
}
