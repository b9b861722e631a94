package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dsl.Harness;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.VariantPlan;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both front doors lead to one plan, for every experiment that ships, in either language: what the processor reads from the
 * annotations of the compiled class is what its harness builds in the fluent DSL. Class files hold no comments, so the prose is
 * left out of the comparison.
 */
class ParityTest {
    /** The plans that harnesses build, by the harness's name. */
    private static Map<String, Plan> built() {
        Map<String, Plan> built = new TreeMap<>();
        for (Harness<?> harness : ServiceLoader.load(Harness.class)) {
            Plan plan = harness.executable().plan();
            // A harness that is written by hand is its own source, and has no annotations to be compared with.
            if (!harness.getClass().getName().equals(plan.source())) {
                built.put(harness.getClass().getName(), withoutProse(plan));
            }
        }
        return built;
    }

    private static Plan withoutProse(Plan plan) {
        return new Plan(
                plan.id(),
                plan.question(),
                plan.title(),
                plan.asks(),
                "",
                plan.source(),
                plan.seeds(),
                plan.factors(),
                plan.variants().stream()
                        .map(part -> new VariantPlan(
                                part.name(), "", part.role(), part.when(), part.ignores(), part.family()))
                        .toList(),
                plan.metrics().stream()
                        .map(part -> new MetricPlan(
                                part.name(),
                                "",
                                part.better(),
                                part.unit(),
                                part.timing(),
                                part.never(),
                                part.variants()))
                        .toList(),
                plan.figures().stream()
                        .map(part -> new FigurePlan(part.title(), "", part.when(), part.variants()))
                        .toList(),
                plan.plots(),
                plan.claims(),
                plan.resamplings());
    }

    @Test
    void theAnnotationsOfEachExperimentSayWhatItsHarnessBuilds(@TempDir Path out) {
        Map<String, Plan> built = built();
        ExperimentProcessor processor = new ExperimentProcessor();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-proc:only", "-cp", System.getProperty("java.class.path"), "-d", out.toString(), "-Xlint:-options");
        List<String> classes = built.values().stream().map(Plan::source).toList();

        JavaCompiler.CompilationTask task = compiler.getTask(said, null, null, options, classes, null);
        task.setProcessors(List.of(processor));
        boolean sound = task.call();

        assertThat(sound).as("%s", said).isTrue();
        assertThat(built).hasSizeGreaterThan(9);
        assertThat(new TreeMap<>(processor.plans())).isEqualTo(built);
    }
}
