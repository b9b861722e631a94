package dev.assay.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.assay.Better;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.processor.Declared.Reading;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Metrics and figures as statements of the DSL. */
record ReadingCode(Declared declared, Plan plan, TypeMirror outcome, JavaTypes types) {
    private ClassName experiment() {
        return ClassName.get(declared.type());
    }

    CodeBlock metric(Reading reading) {
        MetricPlan planned = plan.metric(reading.name());
        CodeBlock.Builder code = CodeBlock.builder()
                .add(reading("metric", reading))
                .add(
                        "$S,$W$T." + planned.better() + ",$W$L::$L)",
                        planned.name(),
                        Better.class,
                        home(reading),
                        reading.name());
        if (!planned.unit().isEmpty()) {
            code.add("$Z.unit($S)", planned.unit());
        }
        if (planned.timing()) {
            code.add("$Z.timing()");
        }
        Double never = planned.never();
        if (never != null) {
            code.add("$Z.never($L)", ClaimCode.number(never));
        }
        return CodeBlock.builder().addStatement("$L", code.build()).build();
    }

    CodeBlock figure(Reading reading) {
        FigurePlan planned = plan.figures().get(declared.figures().indexOf(reading));
        CodeBlock.Builder code = CodeBlock.builder()
                .add(reading("figure", reading))
                .add("$S,$W$L::$L)", planned.title(), home(reading), reading.name());
        if (!planned.when().isEmpty()) {
            code.add("$Z.at($S)", planned.when());
        }
        return CodeBlock.builder().addStatement("$L", code.build()).build();
    }

    /** What a metric or figure is called on: the class, or the one instance of a Kotlin object or companion. */
    private CodeBlock home(Reading reading) {
        if (reading.method().getModifiers().contains(Modifier.STATIC)) {
            return CodeBlock.of("$T", experiment());
        }
        return declared.type().equals(reading.method().getEnclosingElement())
                ? CodeBlock.of("$T.INSTANCE", experiment())
                : CodeBlock.of(
                        "$T.$L",
                        experiment(),
                        KotlinClass.companion(declared.type()).orElseThrow().getSimpleName());
    }

    /** {@code e.metric(}, or {@code e.metricOf(Type.class, } where the metric is not for every outcome. */
    private CodeBlock reading(String kind, Reading reading) {
        TypeMirror taken = Objects.requireNonNull(reading.takes(), "a sound metric or figure takes an outcome");
        return types.isAssignable(outcome, taken)
                ? CodeBlock.of("e.$L(", kind)
                : CodeBlock.of("e.$LOf($T.class,$W", kind, taken);
    }
}
