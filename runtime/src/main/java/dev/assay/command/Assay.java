package dev.assay.command;

import dev.assay.dsl.InvalidPlanException;
import dev.assay.engine.EngineUnavailableException;
import dev.assay.gate.IncomparableException;
import dev.assay.run.RefusedException;
import dev.assay.worker.NoHarnessException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code assay} program. */
@Command(
        name = "assay",
        description = "Tells whether a machine-learning technique does what is said of it.",
        subcommands = {ListCommand.class, RunCommand.class, ReportCommand.class, CheckCommand.class, ReplayCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Assay implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(execute(out, err, arguments));
    }

    /**
     * Runs a command, as the program does, without ending the process.
     *
     * @param out where verdicts and tables go
     * @param err where progress and refusals go
     * @return the command's exit code: 0 done, 1 a check that does not pass, 2 refused, 3 incomplete
     */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Assay())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Assay::refuse)
                .setExecutionExceptionHandler(Assay::explain);
        return line.execute(arguments);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "say what to do: list, run, report, check or replay; --help tells more");
        }
    }

    /** One line for words that are no command. */
    private static int refuse(ParameterException wrong, String[] arguments) {
        String suggestion = "";
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            suggestion = near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?";
        }
        return say(wrong.getCommandLine(), wrong.getMessage() + suggestion);
    }

    /** One line for a command that cannot be done; whatever else goes wrong is a mistake of ours and keeps its trace. */
    private static int explain(Exception failed, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (failed instanceof RefusedException
                || failed instanceof InvalidPlanException
                || failed instanceof IncomparableException
                || failed instanceof EngineUnavailableException
                || failed instanceof NoHarnessException
                || failed instanceof IOException
                || failed instanceof UncheckedIOException) {
            return say(line, String.valueOf(failed.getMessage()));
        }
        throw failed;
    }

    private static int say(CommandLine line, String message) {
        line.getErr().println("assay: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        return ExitCode.USAGE;
    }
}
