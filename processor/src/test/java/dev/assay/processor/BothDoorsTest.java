package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.assay.dsl.InvalidPlanException;
import dev.assay.plan.Plan;
import dev.assay.plan.PlanRules;
import dev.assay.plan.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fluent builder refuses what the processor refuses, with the same words: each bad source's harness is written all the
 * same, compiled, and asked for its plan.
 */
class BothDoorsTest {
    /** What the DSL has no words for: half a sentence, or a doubt, which the builder does not utter. */
    private static final Set<String> NOT_SAID_IN_THE_DSL = Set.of("claim-kind", "few-quick-seeds");

    /** Those whose plan breaks a rule, and whose harness compiles: the DSL's types refuse the rest. */
    static Stream<BadSource> sayable() {
        return BadSource.all().stream().filter(source -> {
            Unchecked processor = new Unchecked();
            Compilation compilation = compile(source, processor);
            return compilation.errors().isEmpty()
                    && processor.plans().values().stream()
                            .anyMatch(plan -> !problems(plan).isEmpty());
        });
    }

    private static Compilation compile(BadSource source, Unchecked processor) {
        return Javac.compiler()
                .withProcessors(processor)
                .withOptions("-parameters")
                .compile(JavaFileObjects.forResource(source.file()));
    }

    private static List<Problem> problems(Plan plan) {
        return PlanRules.check(plan);
    }

    @ParameterizedTest
    @MethodSource("sayable")
    void theBuilderSaysOfAPlanWhatTheProcessorSays(BadSource source, @TempDir Path directory) throws Exception {
        Unchecked processor = new Unchecked();
        Compilation compilation = compile(source, processor);
        List<String> said = Javac.compileBad(source.file()).compilation().errors().stream()
                .map(error -> error.getMessage(null))
                .toList();

        for (Map.Entry<String, Plan> entry : processor.plans().entrySet()) {
            Throwable refused =
                    catchThrowable(() -> new Javac(compilation, processor.plans()).load(directory, entry.getKey()));

            assertThat(refused).isInstanceOf(InvalidPlanException.class);
            assertThat(((InvalidPlanException) refused).problems()).isEqualTo(problems(entry.getValue()));
            assertThat(said)
                    .containsAll(((InvalidPlanException) refused)
                            .problems().stream().map(Problem::toString).toList());
        }
    }

    /** So that the test above is known to go through every rule on plans. */
    @Test
    void everyRuleOnPlansThatTheDslCanBreakIsBrokenHere() {
        Set<String> broken = new TreeSet<>(NOT_SAID_IN_THE_DSL);
        sayable().forEach(source -> {
            Unchecked processor = new Unchecked();
            compile(source, processor);
            processor.plans().values().forEach(plan -> problems(plan).forEach(problem -> broken.add(problem.id())));
        });

        assertThat(broken).containsAll(DiagnosticIds.ofPlans());
    }
}
