package dev.assay.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.record.LedgerContent;
import dev.assay.record.TrialRecord;
import dev.assay.worker.CoinsHarness;
import dev.assay.worker.FairDiceHarness;
import dev.assay.worker.LoadedDiceHarness;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Seeds added to what a directory holds: by a larger {@code --seeds}, and {@code --until-decided}. */
@Timeout(120)
class MoreSeedsTest {
    private static final String LOADED = LoadedDiceHarness.ID;
    private static final String FAIR = FairDiceHarness.ID;

    @TempDir
    Path directory;

    private Path run = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void name() {
        run = directory.resolve("run");
    }

    private int assay(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(List.of(arguments));
        if (words.get(0).equals("run")) {
            words.addAll(List.of("--workers", "1", "--out", run.toString()));
        }
        return Assay.execute(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    private void assertDone(String... arguments) {
        assertThat(assay(arguments)).as(() -> err.toString()).isEqualTo(ExitCode.DONE);
    }

    private List<TrialRecord> trials(String id) throws IOException {
        return LedgerContent.read(run.resolve(LedgerContent.FILE)).trials().stream()
                .filter(trial -> trial.experiment().equals(id))
                .toList();
    }

    private JsonNode report(String id) throws IOException {
        for (JsonNode experiment :
                new ObjectMapper().readTree(run.resolve("report.json").toFile()).path("experiments")) {
            if (experiment.path("id").asText().equals(id)) {
                return experiment;
            }
        }
        throw new AssertionError("no " + id + " in the report");
    }

    @Test
    void aLargerNumberOfSeedsAddsToTheLedger() throws IOException {
        assertDone("run", CoinsHarness.ID, "--seeds", "2");
        String before = Files.readString(run.resolve(LedgerContent.FILE));

        assertDone("run", CoinsHarness.ID, "--seeds", "4");

        assertThat(Files.readString(run.resolve(LedgerContent.FILE))).startsWith(before);
        assertThat(err.toString()).contains("12 trials to run, 12 kept from before");
        assertThat(trials(CoinsHarness.ID))
                .hasSize(4 * CoinsHarness.CELLS)
                .extracting(TrialRecord::key)
                .doesNotHaveDuplicates();
        assertThat(report(CoinsHarness.ID).path("seeds").asInt()).isEqualTo(4);
        assertThat(report(CoinsHarness.ID).path("extended")).hasToString("[2]");
        assertThat(run.resolve(CoinsHarness.ID).resolve("index.html"))
                .content()
                .contains("Extended: seeds were added after a first report at 2.");
        assertThat(run.resolve("index.html")).content().contains("Extended: seeds were added");
    }

    @Test
    void seedsAreAddedToUndecidedExperimentsAloneAndNoFurtherThanTheMost() throws IOException {
        assertDone("run", LOADED, FAIR, "--seeds", "5", "--until-decided", "--max-seeds", "15");

        // Five seeds can decide nothing, ten decide the loaded die, and fifteen are the most.
        assertThat(err.toString())
                .contains("2 claims are undecided; more seeds for fair-dice (10), loaded-dice (10)")
                .contains("1 claim is undecided; more seeds for fair-dice (15)");
        assertThat(trials(LOADED)).hasSize(10 * LoadedDiceHarness.CELLS);
        assertThat(trials(FAIR)).hasSize(15 * FairDiceHarness.CELLS);
        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).startsWith(LOADED).contains("SUPPORTED"))
                .anySatisfy(line -> assertThat(line).startsWith(FAIR).contains("INCONCLUSIVE"));

        JsonNode loaded = report(LOADED);
        assertThat(loaded.path("looks").findValuesAsText("seeds")).containsExactly("5", "10", "15");
        JsonNode evidence = loaded.at("/claims/0/evidence/0");
        assertThat(evidence.at("/look/seeds").asInt()).isEqualTo(10);
        // All ten pairs agree: p = 2/2^10. By ten of fifteen seeds (10/15)² of the error may be spent, none of it
        // before.
        assertThat(evidence.path("p").asDouble()).isEqualTo(2 / 1024.0);
        assertThat(evidence.path("corrected").asDouble()).isCloseTo(2 / 1024.0 * 225 / 100, within(1e-12));
        assertThat(run.resolve(LOADED).resolve("index.html"))
                .content()
                .contains("Run until decided: the claims were judged at 10 of up to 15 seeds.");

        String report = Files.readString(run.resolve("report.json"));
        assertDone("run", LOADED, FAIR, "--seeds", "5", "--until-decided", "--max-seeds", "15");
        assertThat(trials(LOADED)).hasSize(10 * LoadedDiceHarness.CELLS);
        assertThat(trials(FAIR)).hasSize(15 * FairDiceHarness.CELLS);
        assertDone("report", run.toString());
        assertThat(run.resolve("report.json")).hasContent(report);

        // What the looks may spend cannot be changed on the way.
        assertThat(assay("run", LOADED, "--until-decided", "--max-seeds", "20")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("go on with --max-seeds 15");
        assertThat(assay("run", LOADED, "--seeds", "20")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("go on with --until-decided --max-seeds 15");
        assertThat(trials(LOADED)).hasSize(10 * LoadedDiceHarness.CELLS);
    }
}
