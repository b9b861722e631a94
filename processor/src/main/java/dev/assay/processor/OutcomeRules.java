package dev.assay.processor;

import dev.assay.processor.Declared.Reading;
import dev.assay.processor.Declared.Way;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Rules on the types between variants, metrics and figures: they have one outcome, which a harness can name. */
final class OutcomeRules {
    private final JavaTypes types;
    private final List<Finding> findings;

    OutcomeRules(JavaTypes types, List<Finding> findings) {
        this.types = types;
        this.findings = findings;
    }

    /** The type that all variants return; empty if they share none, which is then reported, or if there is no variant. */
    Optional<TypeMirror> check(Declared declared) {
        List<TypeMirror> returned = declared.variants().stream()
                .map(Way::returns)
                .filter(Objects::nonNull)
                .toList();
        List<TypeMirror> taken = Stream.concat(declared.metrics().stream(), declared.figures().stream())
                .map(Reading::takes)
                .filter(Objects::nonNull)
                .toList();
        if (returned.isEmpty()) {
            return Optional.empty();
        }
        Optional<TypeMirror> chosen = OutcomeType.choose(types, returned, taken);
        if (chosen.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            returned.forEach(type -> names.add(types.name(type)));
            findings.add(new Finding(
                    "mixed-outcomes",
                    "the variants of " + declared.name() + " return " + String.join(" and ", names)
                            + ", which have nothing in common; let them implement one sealed interface.",
                    Place.of(declared.type())));
            return chosen;
        }
        TypeMirror outcome = chosen.get();
        for (Way variant : declared.variants()) {
            checkName(variant.returns(), outcome, "variant '" + variant.name() + "' returns", variant.method());
        }
        declared.metrics().forEach(metric -> checkReading(metric, "metric", returned, outcome));
        declared.figures().forEach(figure -> checkReading(figure, "figure", returned, outcome));
        return chosen;
    }

    private void checkReading(Reading reading, String kind, List<TypeMirror> returned, TypeMirror outcome) {
        TypeMirror taken = reading.takes();
        String subject = kind + " '" + reading.name() + "' takes";
        if (taken == null || types.isAssignable(outcome, taken)) {
            return;
        }
        if (types.isAssignable(taken, outcome)) {
            checkName(taken, outcome, subject, reading.method());
        } else if (returned.stream().anyMatch(type -> types.isAssignable(type, taken))) {
            findings.add(new Finding(
                    kind.equals("metric") ? "metric-outcome" : "figure-outcome",
                    subject + " " + types.name(taken) + ", which is no kind of the " + types.name(outcome)
                            + " that all variants return; let the one extend the other.",
                    Place.of(reading.method())));
        }
    }

    /** A harness writes the outcome as a type argument, and what is narrower than it as a class literal. */
    private void checkName(@Nullable TypeMirror type, TypeMirror outcome, String subject, Element place) {
        if (type == null) {
            return;
        }
        if (types.isHidden(type) || types.isHidden(outcome)) {
            findings.add(new Finding(
                    "hidden-type",
                    subject + " " + types.name(types.isHidden(type) ? type : outcome)
                            + ", which is private; its harness must name it, so open it.",
                    Place.of(place)));
        }
        if (JavaTypes.isParameterized(type) && !types.isSame(type, outcome)) {
            findings.add(new Finding(
                    "generic-outcome",
                    subject + " " + types.name(type) + ", one of several kinds of " + types.name(outcome)
                            + " and generic, so that they cannot be told apart when it runs; give it a record of its own.",
                    Place.of(place)));
        }
    }
}
