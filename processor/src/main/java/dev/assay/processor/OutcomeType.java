package dev.assay.processor;

import java.io.Serializable;
import java.lang.constant.Constable;
import java.lang.constant.ConstantDesc;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Chooses the type that all variants of an experiment return: the {@code O} of its {@code Harness<O>}. */
final class OutcomeType {
    /** What so many types share that sharing it says nothing. */
    private static final List<Class<?>> EVERYDAY = List.of(
            Object.class,
            Record.class,
            Enum.class,
            Comparable.class,
            Serializable.class,
            Cloneable.class,
            Constable.class,
            ConstantDesc.class);

    private OutcomeType() {}

    /**
     * The type that all variants return; where they differ, the narrowest one above them all that most metrics and figures
     * can be taken on.
     *
     * @param returned what the variants return; at least one
     * @param taken what the metrics and figures take
     * @return empty if the variants have nothing in common but what all objects have
     */
    static Optional<TypeMirror> choose(JavaTypes types, List<TypeMirror> returned, List<TypeMirror> taken) {
        TypeMirror first = returned.get(0);
        if (returned.stream().allMatch(other -> types.isSame(first, other))) {
            return Optional.of(first);
        }
        List<TypeMirror> shared = types.ancestry(first).stream()
                .filter(type -> returned.stream().allMatch(other -> types.isAssignable(other, type)))
                .filter(type -> EVERYDAY.stream().noneMatch(everyday -> types.is(type, everyday))
                        || taken.stream().anyMatch(other -> types.isSame(other, type)))
                .toList();
        Comparator<TypeMirror> unusable = Comparator.comparingLong(type ->
                taken.stream().filter(other -> !isRelated(types, type, other)).count());
        Comparator<TypeMirror> breadth = Comparator.comparingLong(type -> shared.stream()
                .filter(other -> !types.isSame(type, other) && types.isAssignable(other, type))
                .count());
        return shared.stream()
                .min(unusable.thenComparing(breadth)
                        .thenComparing(type -> !types.isSealed(type))
                        .thenComparing(TypeMirror::toString));
    }

    /** Whether something can be taken on some or all of what a type stands for. */
    static boolean isRelated(JavaTypes types, TypeMirror outcome, TypeMirror taken) {
        return types.isAssignable(outcome, taken) || types.isAssignable(taken, outcome);
    }
}
