package dev.assay.processor;

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
import dev.assay.plan.LevelType;
import dev.assay.processor.Declared.Levelled;
import dev.assay.processor.Declared.Reading;
import dev.assay.processor.Declared.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The first stage: an annotated class into what it declares. A part that breaks a rule is reported and kept as far as it can
 * be read, so that what refers to it is not reported too.
 */
final class ExperimentReader {
    private final JavaTypes types;
    private final Elements elements;
    private final List<Finding> findings;
    private final MemberRules rules;

    ExperimentReader(JavaTypes types, Elements elements, List<Finding> findings) {
        this.types = types;
        this.elements = elements;
        this.findings = findings;
        this.rules = new MemberRules(types, findings);
    }

    /** What the class declares; empty while something that it names does not exist, of which javac will speak. */
    Optional<Declared> read(TypeElement type) {
        Optional<Mark> experiment = Mark.on(type, Experiment.class);
        if (experiment.isEmpty() || !isWhole(type)) {
            return Optional.empty();
        }
        ClassRules.check(type, rules, findings);
        List<Way> variants = new ArrayList<>();
        List<Reading> metrics = new ArrayList<>();
        List<Reading> figures = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            Mark.on(method, Variant.class).ifPresent(mark -> variants.add(variant(method, mark)));
        }
        KotlinClass.companionMethods(type)
                .filter(method -> Mark.on(method, Variant.class).isPresent())
                .forEach(rules::reportInCompanion);
        for (ExecutableElement method : readings(type)) {
            Mark.on(method, Metric.class).ifPresent(mark -> {
                rules.checkMetric(method);
                metrics.add(reading(method, mark));
            });
            Mark.on(method, Figure.class).ifPresent(mark -> {
                rules.checkFigure(method);
                figures.add(reading(method, mark));
            });
        }
        return Optional.of(new Declared(
                type,
                elements.getBinaryName(type).toString(),
                experiment.get(),
                factors(type),
                variants,
                metrics,
                figures,
                Mark.all(type, Plot.class, Plots.class),
                Mark.all(type, Claim.class, Claims.class),
                Mark.all(type, Resampled.class, Resamplings.class)));
    }

    /** Where metrics and figures may stand: in the class, or in its companion. */
    private static List<ExecutableElement> readings(TypeElement type) {
        return Stream.concat(
                        ElementFilter.methodsIn(type.getEnclosedElements()).stream(),
                        KotlinClass.companionMethods(type))
                .toList();
    }

    private List<Levelled> factors(TypeElement type) {
        return ClassRules.open(type).stream()
                .limit(1)
                .flatMap(constructor -> levelled(constructor.getParameters()))
                .toList();
    }

    private Way variant(ExecutableElement method, Mark mark) {
        rules.checkVariant(method);
        if (mark.flag("baseline") && mark.flag("reference")) {
            findings.add(new Finding(
                    "variant-role",
                    "variant '" + method.getSimpleName() + "' is marked as baseline and as reference; the others are "
                            + "compared with a baseline and with no reference, so leave one.",
                    Place.of(mark, "reference")));
        }
        List<? extends VariableElement> parameters = method.getParameters();
        boolean ordered =
                !parameters.isEmpty() && types.isTrial(parameters.get(0).asType());
        List<? extends VariableElement> family = ordered
                ? parameters.subList(1, parameters.size())
                : parameters.stream()
                        .filter(parameter -> !types.isTrial(parameter.asType()))
                        .toList();
        TypeMirror returned = method.getReturnType();
        boolean readable = JavaTypes.isReference(returned) && !MemberRules.isSuspending(method);
        return new Way(method, mark, levelled(family).toList(), readable ? returned : null);
    }

    private static Reading reading(ExecutableElement method, Mark mark) {
        return new Reading(
                method,
                mark,
                MemberRules.takesAnOutcome(method)
                        ? method.getParameters().get(0).asType()
                        : null);
    }

    private Stream<Levelled> levelled(List<? extends VariableElement> parameters) {
        return parameters.stream()
                .filter(parameter -> !MemberRules.isContinuation(parameter.asType()))
                .map(this::levelled);
    }

    private Levelled levelled(VariableElement parameter) {
        @Nullable Mark mark = Mark.on(parameter, Levels.class).orElse(null);
        Optional<LevelType> read = types.levelType(parameter.asType());
        String name = parameter.getSimpleName().toString();
        if (read.isEmpty()) {
            findings.add(new Finding(
                    "level-type",
                    "'" + name + "' is of type " + types.name(parameter.asType())
                            + ", which levels cannot be read as; make it an int, long, double, boolean, String or enum.",
                    Place.of(parameter)));
        }
        LevelType type = read.orElse(LevelType.TEXT);
        if (type != LevelType.ENUM) {
            return new Levelled(parameter, type, mark, mark == null ? List.of() : mark.texts("value"));
        }
        if (mark != null) {
            findings.add(new Finding(
                    "enum-levels",
                    "'" + name + "' is of the enum " + types.name(parameter.asType())
                            + ", whose constants are its levels; leave @Levels out, and say with when = \"…\" where "
                            + "only some are meant.",
                    Place.of(mark)));
        }
        if (types.isHidden(parameter.asType())) {
            findings.add(new Finding(
                    "hidden-type",
                    "'" + name + "' is of the enum " + types.name(parameter.asType())
                            + ", which is private; its harness must name it, so open it.",
                    Place.of(parameter)));
        }
        return new Levelled(parameter, type, mark, types.constants(parameter.asType()));
    }

    /** Whether everything exists that the class names in its annotations and in the signatures that a harness calls. */
    private boolean isWhole(TypeElement type) {
        Stream<ExecutableElement> members = Stream.concat(
                ElementFilter.constructorsIn(type.getEnclosedElements()).stream(),
                readings(type).stream().filter(ExperimentReader::isPart));
        return marks(type).allMatch(Mark::isComplete) && members.allMatch(this::isWhole);
    }

    private boolean isWhole(ExecutableElement member) {
        return Stream.concat(Stream.of(member), member.getParameters().stream())
                        .flatMap(ExperimentReader::marks)
                        .allMatch(Mark::isComplete)
                && !types.isAncestorMissing(member.getReturnType())
                && member.getThrownTypes().stream().noneMatch(types::isMissing)
                && member.getParameters().stream().map(VariableElement::asType).noneMatch(types::isAncestorMissing);
    }

    /** Whether a method is a variant, a metric or a figure. */
    static boolean isPart(Element method) {
        return Stream.of(Variant.class, Metric.class, Figure.class)
                .anyMatch(part -> Mark.on(method, part).isPresent());
    }

    private static Stream<Mark> marks(Element element) {
        if (element.getAnnotationMirrors().isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(Experiment.class, Variant.class, Metric.class, Figure.class, Levels.class)
                        .flatMap(type -> Mark.on(element, type).stream()),
                Stream.of(
                                Mark.all(element, Claim.class, Claims.class),
                                Mark.all(element, Plot.class, Plots.class),
                                Mark.all(element, Resampled.class, Resamplings.class))
                        .flatMap(List::stream));
    }
}
