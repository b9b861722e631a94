package dev.assay.processor;

import com.google.auto.service.AutoService;
import dev.assay.Claim;
import dev.assay.Claims;
import dev.assay.Experiment;
import dev.assay.Figure;
import dev.assay.Levels;
import dev.assay.Metric;
import dev.assay.Plot;
import dev.assay.Plots;
import dev.assay.Resampled;
import dev.assay.Resamplings;
import dev.assay.Variant;
import dev.assay.plan.Plan;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Checks each class annotated with {@link Experiment}, by itself, and writes its harness and prose. */
@AutoService(Processor.class)
public final class ExperimentProcessor extends AbstractProcessor {
    private static final List<Class<? extends Annotation>> PARTS = List.of(
            Variant.class,
            Metric.class,
            Figure.class,
            Levels.class,
            Claim.class,
            Claims.class,
            Plot.class,
            Plots.class,
            Resampled.class,
            Resamplings.class);

    private final NavigableSet<String> waiting = new TreeSet<>();
    private final Map<String, Plan> plans = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Stream.concat(Stream.of(Experiment.class), PARTS.stream())
                .map(Class::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The plans found sound, by the name of the harness that makes them again. */
    Map<String, Plan> plans() {
        return Collections.unmodifiableMap(plans);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getElementsAnnotatedWith(Experiment.class).stream()
                .flatMap(element -> element instanceof TypeElement type ? Stream.of(type) : Stream.empty())
                .forEach(type -> waiting.add(type.getQualifiedName().toString()));
        PARTS.forEach(part -> round.getElementsAnnotatedWith(part).forEach(element -> checkHome(element, part)));
        for (String name : List.copyOf(waiting)) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null && process(type)) {
                waiting.remove(name);
            }
        }
        return false;
    }

    /** A part outside of an experiment would be passed over in silence. */
    private void checkHome(Element element, Class<? extends Annotation> part) {
        StrayParts.check(element, part, new JavaTypes(processingEnv)).ifPresent(new Reporter(processingEnv)::report);
    }

    /** Whether the class has been dealt with; if not, it waits for what another processor may yet write. */
    private boolean process(TypeElement type) {
        List<Finding> findings = new ArrayList<>();
        try {
            JavaTypes types = new JavaTypes(processingEnv);
            Optional<Declared> read = new ExperimentReader(types, processingEnv.getElementUtils(), findings).read(type);
            if (read.isEmpty()) {
                return false;
            }
            Declared declared = read.get();
            ProseFile prose = ProseFile.of(declared, processingEnv.getElementUtils());
            Plan plan = Planner.plan(declared, types, prose);
            Places places = new Places(declared);
            Optional<TypeMirror> outcome = new OutcomeRules(types, findings).check(declared);
            PlanChecker.check(plan, places, findings);
            if (findings.stream().noneMatch(Finding::isError)) {
                UnreadLevels.check(declared, Reporter.trees(processingEnv), findings);
            }
            if (findings.stream().noneMatch(Finding::isError) && outcome.isPresent()) {
                write(declared, plan, prose, new HarnessWriter(declared, plan, outcome.get(), types));
            }
        } catch (IOException unwritable) {
            findings.add(new Finding(
                    "harness-file",
                    "the harness of " + type.getSimpleName() + " cannot be written: " + unwritable.getMessage()
                            + "; is there a class or file of its name already?",
                    Place.of(type)));
        } catch (RuntimeException unexpected) {
            findings.add(failure(type, unexpected));
        }
        findings.forEach(new Reporter(processingEnv)::report);
        return true;
    }

    private void write(Declared declared, Plan plan, ProseFile prose, HarnessWriter writer) throws IOException {
        writer.file().writeTo(processingEnv.getFiler());
        prose.write(declared, processingEnv.getFiler());
        plans.put(writer.name().reflectionName(), plan);
    }

    /** A mistake of ours, said where the author can go on from: a processor that throws stops javac. */
    private static Finding failure(TypeElement type, RuntimeException unexpected) {
        StackTraceElement[] stack = unexpected.getStackTrace();
        return new Finding(
                "processor-failed",
                "the processor of Assay failed on " + type.getSimpleName() + " with " + unexpected
                        + (stack.length == 0 ? "" : " at " + stack[0])
                        + "; this is a mistake of Assay's, so please report it with the class.",
                Place.of(type));
    }
}
