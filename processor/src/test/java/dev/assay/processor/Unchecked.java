package dev.assay.processor;

import dev.assay.Experiment;
import dev.assay.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The processor without the rules on plans: it writes the harness of whatever Java's own rules let through. */
final class Unchecked extends AbstractProcessor {
    private final Map<String, Plan> plans = new LinkedHashMap<>();

    /** The plans, sound or not, by the harness written. */
    Map<String, Plan> plans() {
        return plans;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Experiment.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(Experiment.class))) {
            List<Finding> findings = new ArrayList<>();
            JavaTypes types = new JavaTypes(processingEnv);
            Optional<Declared> read = new ExperimentReader(types, processingEnv.getElementUtils(), findings).read(type);
            if (read.isEmpty()) {
                continue;
            }
            ProseFile prose = ProseFile.of(read.get(), processingEnv.getElementUtils());
            Plan plan = Planner.plan(read.get(), types, prose);
            Optional<TypeMirror> outcome = new OutcomeRules(types, findings).check(read.get());
            if (findings.isEmpty() && outcome.isPresent()) {
                write(read.get(), plan, prose, new HarnessWriter(read.get(), plan, outcome.get(), types));
            }
        }
        return false;
    }

    private void write(Declared declared, Plan plan, ProseFile prose, HarnessWriter writer) {
        try {
            writer.file().writeTo(processingEnv.getFiler());
            prose.write(declared, processingEnv.getFiler());
            plans.put(writer.name().reflectionName(), plan);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
