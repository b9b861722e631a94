package dev.assay.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.worker.EveryVerdictHarness;
import dev.assay.worker.NoHarnessException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Timeout(120)
class ClaimTestsTest {
    @TempDir
    private static Path directory;

    /** What an author writes; no test by itself, for it has no place in this project's own report. */
    static final class Author {
        @TestFactory
        Stream<DynamicNode> claims() {
            return ClaimTests.of(EveryVerdictHarness.class)
                    .effort(Effort.QUICK)
                    .engine(EngineName.PYTORCH)
                    .workers(1)
                    .seeds(3) // the later word counts
                    .seeds(8)
                    .out(directory.resolve("run"))
                    .stream();
        }
    }

    /** The tests that ran, by name, with what became of them. */
    private static final class Listener implements TestExecutionListener {
        final Map<String, TestExecutionResult> results = new LinkedHashMap<>();
        final Map<String, String> classes = new LinkedHashMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                results.put(test.getDisplayName(), result);
                test.getSource()
                        .map(ClassSource.class::cast)
                        .ifPresent(source -> classes.put(test.getDisplayName(), source.getClassName()));
            }
        }
    }

    private static String why(TestExecutionResult result) {
        return result.getThrowable()
                .map(thrown -> thrown.getClass().getSimpleName() + ": " + thrown.getMessage())
                .orElse("");
    }

    @Test
    void eachClaimIsATestThatEndsAsItsVerdictSays() {
        Listener listener = new Listener();

        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Author.class))
                                .build(),
                        listener);

        assertThat(listener.results.keySet())
                .containsExactly(
                        "higher beats normal on value",
                        "normal beats higher on value by -1",
                        "other beats normal on value by 0.01",
                        "broken beats normal on value");
        assertThat(listener.results.values())
                .extracting(TestExecutionResult::getStatus)
                .containsExactly(
                        TestExecutionResult.Status.SUCCESSFUL,
                        TestExecutionResult.Status.FAILED,
                        TestExecutionResult.Status.ABORTED,
                        TestExecutionResult.Status.FAILED);
        assertThat(listener.results.values())
                .extracting(ClaimTestsTest::why)
                .satisfiesExactly(
                        supported -> assertThat(supported).isEmpty(),
                        refuted -> assertThat(refuted)
                                .startsWith("AssertionFailedError: refuted: normal beats higher on value by -1. ")
                                .contains("8 seeds", "index.html"),
                        inconclusive -> assertThat(inconclusive)
                                .startsWith(
                                        "TestAbortedException: inconclusive: other beats normal on value by 0.01. "),
                        invalid -> assertThat(invalid)
                                .startsWith("IllegalStateException: invalid: broken beats normal on value. "));
        assertThat(listener.classes.values()).hasSize(4).containsOnly(EveryVerdictHarness.class.getName());
        assertThat(directory.resolve("run/index.html")).exists();
    }

    @Test
    void saysWhyThereIsNoHarness() {
        assertThatExceptionOfType(NoHarnessException.class)
                .isThrownBy(() -> ClaimTests.of(String.class).stream())
                .withMessageStartingWith("java.lang.String has no harness on the class path;")
                .withMessageContaining("annotationProcessorPaths");
    }

    @Test
    void saysWhatTheCommandSaysOfARunThatIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> ClaimTests.of(EveryVerdictHarness.class).seeds(0).out(directory.resolve("none")).stream())
                .withMessage("assay: a run has at least 1 seed, not 0");
    }
}
