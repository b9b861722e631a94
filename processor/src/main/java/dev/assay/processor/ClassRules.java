package dev.assay.processor;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Rules on the class of an experiment: its harness can make one, and knows the factors. */
final class ClassRules {
    private static final String ID = "experiment-class";

    private ClassRules() {}

    static void check(TypeElement type, MemberRules members, List<Finding> findings) {
        String name = type.getSimpleName().toString();
        Place place = Place.of(type);
        if (type.getKind() != ElementKind.RECORD && type.getKind() != ElementKind.CLASS) {
            String kind = type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            findings.add(new Finding(
                    ID,
                    name + " is of the kind " + kind + "; an experiment is a record or a final class, so make it one.",
                    place));
            return;
        }
        if (!type.getModifiers().contains(Modifier.FINAL)) {
            findings.add(new Finding(
                    ID,
                    name + " is " + (type.getModifiers().contains(Modifier.ABSTRACT) ? "abstract" : "not final")
                            + "; an experiment is a record or a final class, so make it one.",
                    place));
        }
        if (!type.getTypeParameters().isEmpty()) {
            findings.add(new Finding(
                    ID,
                    name + " is generic in "
                            + type.getTypeParameters().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", "))
                            + "; its harness could not say of what, so leave the type parameters out.",
                    place));
        }
        if (JavaTypes.isHidden(type)) {
            findings.add(new Finding(
                    ID, name + " is private or lies in a private class; its harness must see it, so open it.", place));
        }
        if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
            findings.add(new Finding(
                    ID,
                    name + " is an inner class; its harness has no "
                            + Objects.requireNonNull(type.getEnclosingElement()).getSimpleName()
                            + " to make it in, so make it static.",
                    place));
        }
        checkConstructors(type, members, findings);
    }

    private static void checkConstructors(TypeElement type, MemberRules members, List<Finding> findings) {
        List<ExecutableElement> constructors = open(type);
        if (constructors.isEmpty() && KotlinClass.isObject(type)) {
            return; // its harness takes the one instance
        }
        if (constructors.size() != 1) {
            findings.add(new Finding(
                    "experiment-constructor",
                    type.getSimpleName() + " has " + (constructors.isEmpty() ? "no" : constructors.size())
                            + " constructors that are not private; its factors are the parameters of exactly one, so "
                            + wayOut(type, constructors),
                    Place.of(constructors.size() < 2 ? type : constructors.get(1))));
        } else {
            members.checkThrows(constructors.get(0), "the constructor of " + type.getSimpleName());
        }
    }

    private static String wayOut(TypeElement type, List<ExecutableElement> constructors) {
        if (constructors.isEmpty()) {
            return "open it.";
        }
        boolean defaults = KotlinClass.is(type)
                && constructors.stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty());
        return defaults
                ? "leave a default value out: Kotlin adds one without parameters where all have a default."
                : "make the others private.";
    }

    /** The constructors that a harness, which lies in the same package, can call. */
    static List<ExecutableElement> open(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .toList();
    }
}
