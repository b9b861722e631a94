package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.record.Curve;
import dev.assay.record.LedgerContent;
import dev.assay.record.LedgerText;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.RecordJson;
import dev.assay.record.RunInfo;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Catalogue;
import dev.assay.worker.CoinsHarness;
import dev.assay.worker.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunTest {
    private static final int SEEDS = 4;

    @TempDir
    Path directory;

    /** What a trial gave, its duration aside. */
    private record Gave(Map<String, Double> metrics, List<Curve> curves) {}

    private static final class Seen implements Progress {
        private final List<TrialKey> ran = new ArrayList<>();
        private int reused;

        @Override
        public void begin(Outset outset) {
            reused = outset.reused();
        }

        @Override
        public void started(TrialKey trial) {}

        @Override
        public void finished(TrialRecord record) {
            ran.add(record.key());
        }

        @Override
        public void end() {}
    }

    private static RunOptions options(Path out, int seeds, int workers, Effort effort, boolean fresh) {
        return new RunOptions(
                effort,
                EngineName.MXNET,
                OptionalInt.of(seeds),
                OptionalInt.of(workers),
                out,
                Limits.of(workers),
                false,
                fresh,
                List.of("run", CoinsHarness.ID));
    }

    private static Seen run(RunOptions options) {
        Catalogue catalogue = Catalogue.load();
        Seen seen = new Seen();
        try (Run run = Run.open(catalogue, List.of(catalogue.get(CoinsHarness.ID)), options)) {
            run.execute(seen);
        }
        return seen;
    }

    private static Map<TrialKey, Gave> ledger(Path out) throws IOException {
        return LedgerContent.read(out.resolve(LedgerContent.FILE)).trials().stream()
                .collect(Collectors.toMap(TrialRecord::key, trial -> new Gave(trial.metrics(), trial.curves())));
    }

    @Test
    void oneWorkerAndTwoGiveTheSameBitsAndSoDoesARunThatWasInterrupted() throws IOException {
        Path one = directory.resolve("one");
        Path two = directory.resolve("two");
        Path resumed = directory.resolve("resumed");
        run(options(one, SEEDS, 1, Effort.QUICK, false));
        run(options(two, SEEDS, 2, Effort.QUICK, false));

        // A run that was killed while it wrote its fifth trial.
        Files.createDirectories(resumed);
        List<String> lines = Files.readAllLines(two.resolve(LedgerContent.FILE));
        Files.writeString(
                resumed.resolve(LedgerContent.FILE),
                String.join("\n", lines.subList(0, 5)) + "\n" + lines.get(5).substring(0, 40));
        Seen seen = run(options(resumed, SEEDS, 2, Effort.QUICK, false));

        assertThat(seen.reused).isEqualTo(4);
        assertThat(seen.ran).hasSize(SEEDS * CoinsHarness.CELLS - 4).doesNotHaveDuplicates();
        assertThat(ledger(one)).hasSize(SEEDS * CoinsHarness.CELLS);
        assertThat(ledger(two)).isEqualTo(ledger(one));
        assertThat(ledger(resumed)).isEqualTo(ledger(one));
        assertThat(seen.ran).doesNotContainAnyElementsOf(fifth(lines));
        RunInfo info = RecordJson.read(Files.readString(two.resolve("run.json")), RunInfo.class);
        assertThat(info.finished()).isNotEmpty();
        assertThat(info.workers()).isEqualTo(2);
        assertThat(info.trials()).isEqualTo(SEEDS * CoinsHarness.CELLS);
    }

    private static List<TrialKey> fifth(List<String> lines) {
        Function<String, TrialKey> key = line -> ((TrialRecord) LedgerText.read(line)).key();
        return lines.subList(1, 5).stream().map(key).toList();
    }

    @Test
    void moreSeedsAddToWhatIsThereAndWhatIsThereStartsNoWorker() throws IOException {
        run(options(directory, 1, 1, Effort.QUICK, false));

        assertThat(run(options(directory, 1, 1, Effort.QUICK, false)).ran).isEmpty();
        assertThat(run(options(directory, 2, 1, Effort.QUICK, false)).ran)
                .extracting(TrialKey::seed)
                .containsOnly(1);
        LedgerContent content = LedgerContent.read(directory.resolve(LedgerContent.FILE));
        assertThat(content.plans().values())
                .singleElement()
                .satisfies(plan -> assertThat(plan.seeds()).isEqualTo(2));
        assertThat(content.trials()).hasSize(2 * CoinsHarness.CELLS);
    }

    @Test
    void trialsOfTwoEffortsDoNotShareADirectoryUnlessOneIsMovedAside() throws IOException {
        run(options(directory, 1, 1, Effort.QUICK, false));
        String before = Files.readString(directory.resolve(LedgerContent.FILE));

        assertThatThrownBy(() -> run(options(directory, 1, 1, Effort.SMOKE, false)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("holds a run of quick effort on MXNet")
                .hasMessageContaining("--fresh")
                .hasMessageContaining("--out");
        assertThat(directory.resolve(LedgerContent.FILE)).hasContent(before);

        assertThat(run(options(directory, 1, 1, Effort.SMOKE, true)).ran).hasSize(CoinsHarness.CELLS);
        assertThat(directory.resolve("trials-1.jsonl")).hasContent(before);
    }

    /** Changes the ledger as an earlier version of the project would have written it. */
    private static void rewrite(Path file, UnaryOperator<String> change) throws IOException {
        String checksum = "\"crc\":\"[0-9a-f]{8}\",";
        Files.writeString(file, change.apply(Files.readString(file).replaceAll(checksum, "")));
    }

    private static void changeTheCode(Path file) throws IOException {
        LedgerContent there = LedgerContent.read(file);
        PlanLine line = Objects.requireNonNull(there.plans().get(CoinsHarness.ID));
        Map<String, String> classes = new TreeMap<>(line.provenance().classes());
        assertThat(classes.put(CoinsHarness.class.getName(), "0123456789abcdef"))
                .isNotNull();
        Provenance other = new Provenance(
                "another",
                classes,
                line.provenance().libraries(),
                line.provenance().data(),
                line.provenance().engineVersion(),
                line.provenance().threads());
        rewrite(
                file,
                text -> text.replace(RecordJson.write(line.provenance()), RecordJson.write(other))
                        .replace(line.provenance().fingerprint(), other.fingerprint()));
    }

    @Test
    void trialsOfOtherCodeAreSetAsideAndRunAgain() throws IOException {
        run(options(directory, 2, 1, Effort.QUICK, false));
        Path file = directory.resolve(LedgerContent.FILE);
        Map<TrialKey, Gave> undisturbed = ledger(directory);
        changeTheCode(file);
        String before = Files.readString(file);

        Seen seen = run(options(directory, 2, 1, Effort.QUICK, false));

        assertThat(seen.reused).isZero();
        assertThat(seen.ran).hasSize(2 * CoinsHarness.CELLS);
        assertThat(ledger(directory)).isEqualTo(undisturbed);
        assertThat(directory.resolve("trials-1.jsonl")).hasContent(before);
        assertThat(run(options(directory, 2, 1, Effort.QUICK, false)).ran).isEmpty();
        assertThat(directory.resolve("trials-2.jsonl")).doesNotExist();
    }

    @Test
    void proseAndClaimsMayChange() throws IOException {
        run(options(directory, 1, 1, Effort.QUICK, false));
        Path file = directory.resolve(LedgerContent.FILE);
        rewrite(
                file,
                text -> text.replace("\"atLeast\":0.5", "\"atLeast\":0.25").replace("Fair and biased coins", "Coins"));

        assertThat(run(options(directory, 1, 1, Effort.QUICK, false)).ran).isEmpty();
        assertThat(LedgerContent.read(file).plans().get(CoinsHarness.ID))
                .satisfies(plan -> assertThat(plan.plan().title()).isEqualTo("Fair and biased coins"));
    }

    @Test
    void aCorruptLedgerIsRefusedByItsLineAndKept() throws IOException {
        Path file = directory.resolve(LedgerContent.FILE);
        Files.writeString(file, "{\"kind\":\"tri\n");

        assertThatThrownBy(() -> run(options(directory, 1, 1, Effort.QUICK, false)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("--fresh");
        assertThat(file).hasContent("{\"kind\":\"tri\n");
    }
}
