package dev.assay.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.Trees;
import dev.assay.Experiment;
import dev.assay.dsl.Harness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Names every harness of a compilation where {@code ServiceLoader} looks, whether generated or written by hand in the fluent
 * DSL, and holds the rules across experiments.
 *
 * <p>It sees the whole compilation, and {@link ExperimentProcessor} one class at a time; so a build tool that compiles
 * incrementally runs this one over all experiments, and that one over what has changed.
 */
@AutoService(Processor.class)
public final class RegistryProcessor extends AbstractProcessor {
    private final NavigableSet<String> experiments = new TreeSet<>();
    /** The harnesses' names as {@code ServiceLoader} takes them, each with its source's. */
    private final Map<String, String> harnesses = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Everything: a harness written by hand carries no annotation, and neither does the class around a local one. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getElementsAnnotatedWith(Experiment.class))
                .forEach(type -> experiments.add(type.getQualifiedName().toString()));
        TypeElement harness = processingEnv.getElementUtils().getTypeElement(Harness.class.getName());
        Trees trees = Reporter.trees(processingEnv);
        Reporter reporter = new Reporter(processingEnv);
        for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
            if (harness != null) {
                collect(root, processingEnv.getTypeUtils().erasure(harness.asType()));
            }
            if (trees != null) {
                LocalExperiments.in(root, trees).forEach(reporter::report);
            }
        }
        if (round.processingOver()) {
            Uniqueness.check(types(experiments)).forEach(reporter::report);
            if (!round.errorRaised()) {
                write();
            }
        }
        return false;
    }

    private List<TypeElement> types(Set<String> names) {
        List<TypeElement> types = new ArrayList<>();
        for (String name : names) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    private void collect(TypeElement type, TypeMirror harness) {
        if (canBeMade(type)
                && processingEnv
                        .getTypeUtils()
                        .isAssignable(processingEnv.getTypeUtils().erasure(type.asType()), harness)) {
            harnesses.put(
                    processingEnv.getElementUtils().getBinaryName(type).toString(),
                    type.getQualifiedName().toString());
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> collect(nested, harness));
    }

    /** Whether {@code ServiceLoader} can make one: a public class with a public constructor without parameters. */
    private static boolean canBeMade(TypeElement type) {
        Set<Modifier> modifiers = type.getModifiers();
        return type.getKind() == ElementKind.CLASS
                && modifiers.contains(Modifier.PUBLIC)
                && !modifiers.contains(Modifier.ABSTRACT)
                && (!type.getNestingKind().isNested() || modifiers.contains(Modifier.STATIC))
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty()
                                && constructor.getModifiers().contains(Modifier.PUBLIC));
    }

    private void write() {
        if (harnesses.isEmpty()) {
            return;
        }
        List<Element> origins = new ArrayList<>(types(experiments));
        origins.addAll(types(new TreeSet<>(harnesses.values())));
        try {
            ServicesFile.write(new TreeSet<>(harnesses.keySet()), origins, processingEnv.getFiler());
        } catch (IOException unwritable) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "[assay:harness-file] the list of harnesses cannot be written: " + unwritable.getMessage()
                                    + "; is there a file of its name already?");
        }
    }
}
