package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in Kotlin: errors at the Kotlin line, and a DSL that reads well and cannot be misread. */
class KotlinTest {
    private static void assertSaid(BadSource source, Kotlinc kotlinc) {
        List<BadSource.Mistake> expected = source.mistakes();
        List<BadSource.Mistake> said =
                kotlinc.mistakes(source.file().substring(source.file().lastIndexOf('/')));

        assertThat(expected).as("mistakes that %s marks", source).isNotEmpty();
        assertThat(kotlinc.succeeded()).isFalse();
        assertThat(said)
                .as("what is said of %s: %s", source, kotlinc.text())
                .hasSameSizeAs(expected)
                .allSatisfy(one -> assertThat(expected).anyMatch(mistake -> mistake.isSaidBy(one)));
        assertThat(expected).allSatisfy(mistake -> assertThat(said).anyMatch(mistake::isSaidBy));
    }

    /** Sources whose design is wrong, in one run of kapt. */
    @Nested
    class BadDesigns {
        private static Kotlinc kotlinc = new Kotlinc(true, "");

        @BeforeAll
        static void runKapt(@TempDir Path out) {
            kotlinc = Kotlinc.kapt("kotlin/bad", out);
        }

        static List<BadSource> files() {
            return BadSource.in("kotlin/bad");
        }

        @ParameterizedTest
        @MethodSource("files")
        void areReportedAtTheKotlinLine(BadSource source) {
            assertSaid(source, kotlinc);
        }
    }

    /** Sources that do not fit the DSL, in one run of the compiler. */
    @Nested
    class Misuse {
        private static Kotlinc kotlinc = new Kotlinc(true, "");

        @BeforeAll
        static void compile(@TempDir Path out) {
            kotlinc = Kotlinc.compileWithReceivers("kotlin/misuse", out);
        }

        static List<BadSource> files() {
            return BadSource.in("kotlin/misuse");
        }

        /** A part within another's block, null where our packages are null-marked, half a claim. */
        @ParameterizedTest
        @MethodSource("files")
        void doesNotCompile(BadSource source) {
            assertSaid(source, kotlinc);
        }
    }

    @Test
    void theDslReadsAlikeWithReceiversAndWithout(@TempDir Path with, @TempDir Path without) throws Exception {
        Kotlinc receivers = Kotlinc.compileWithReceivers("kotlin/good", with);
        Kotlinc plain = Kotlinc.compilePlain("kotlin/plain", without);

        assertThat(receivers.succeeded()).as(receivers.text()).isTrue();
        assertThat(plain.succeeded()).as(plain.text()).isTrue();
        Plan plan = Kotlinc.plan(with, "good.CoinTosses");
        assertThat(plan.variants()).hasSize(2);
        assertThat(Kotlinc.plan(without, "good.CoinTosses")).isEqualTo(plan);
        assertThat(Kotlinc.plan(with, "good.EveryWord").claims()).hasSize(7);
    }
}
