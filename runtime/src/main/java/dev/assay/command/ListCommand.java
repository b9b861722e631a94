package dev.assay.command;

import dev.assay.Effort;
import dev.assay.dsl.Executable;
import dev.assay.plan.Cells;
import dev.assay.plan.Plan;
import dev.assay.worker.Catalogue;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay list}. */
@Command(
        name = "list",
        description = "Lists the experiments: what each asks, and how many cells and seeds it has at quick effort.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        Table table = new Table("ID", "QUESTION", "TITLE", "CELLS × SEEDS", "ASKS");
        for (Executable<?> experiment : Catalogue.load().all()) {
            Plan plan = experiment.plan();
            table.add(
                    plan.id(),
                    plan.question() == 0 ? "" : String.valueOf(plan.question()),
                    plan.title(),
                    Cells.of(plan).size() + " × " + plan.seeds().of(Effort.QUICK),
                    plan.asks());
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        table.lines().forEach(out::println);
    }
}
