package dev.assay.processor;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Rules on the methods of an experiment: its harness can call them, and they give what they are for. */
final class MemberRules {
    private static final String CONTINUATION = "kotlin.coroutines.Continuation";

    private final JavaTypes types;
    private final List<Finding> findings;

    MemberRules(JavaTypes types, List<Finding> findings) {
        this.types = types;
        this.findings = findings;
    }

    void checkVariant(ExecutableElement method) {
        String subject = "variant '" + KotlinClass.name(method) + "'";
        checkModifiers(
                method,
                subject,
                "variant-method",
                EnumSet.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.ABSTRACT),
                "its harness calls it on an instance that knows the factors, so take the word out.");
        List<? extends VariableElement> parameters = method.getParameters();
        if (parameters.isEmpty() || !types.isTrial(parameters.get(0).asType())) {
            findings.add(new Finding(
                    "variant-trial",
                    subject + " takes (" + parameters(method)
                            + "); its first parameter is the dev.assay.Trial that it runs in, so add it.",
                    Place.of(method)));
        }
        if (!JavaTypes.isReference(method.getReturnType())) {
            findings.add(new Finding(
                    "variant-outcome",
                    subject + " returns " + types.name(method.getReturnType())
                            + "; metrics and figures are functions of its outcome, so return a record that holds what "
                            + "they need.",
                    Place.of(method)));
        }
        checkThrows(method, subject);
    }

    void checkMetric(ExecutableElement method) {
        String subject = "metric '" + KotlinClass.name(method) + "'";
        checkReading(method, subject, "metric-method", "metric-parameter");
        if (method.getReturnType().getKind() != TypeKind.DOUBLE && !isSuspending(method)) {
            findings.add(new Finding(
                    "metric-double",
                    subject + " returns " + types.name(method.getReturnType())
                            + "; a metric is a number that can be averaged, so return double.",
                    Place.of(method)));
        }
    }

    void checkFigure(ExecutableElement method) {
        String subject = "figure '" + KotlinClass.name(method) + "'";
        checkReading(method, subject, "figure-method", "figure-parameter");
        if (!types.isChart(method.getReturnType()) && !isSuspending(method)) {
            findings.add(new Finding(
                    "figure-chart",
                    subject + " returns " + types.name(method.getReturnType())
                            + "; a figure is a dev.assay.chart.Chart, so return one.",
                    Place.of(method)));
        }
    }

    private void checkReading(ExecutableElement method, String subject, String methodId, String parameterId) {
        checkModifiers(
                method,
                subject,
                methodId,
                EnumSet.of(Modifier.PRIVATE, Modifier.ABSTRACT),
                "its harness calls it, so take the word out.");
        if (!method.getModifiers().contains(Modifier.STATIC) && !hasOneInstance(method)) {
            findings.add(new Finding(
                    methodId,
                    subject + " is not static; it is a function of an outcome alone, so "
                            + (isKotlin(method) ? "move it into the companion object." : "make it static."),
                    Place.of(method)));
        }
        if (!takesAnOutcome(method) && !isSuspending(method)) {
            findings.add(new Finding(
                    parameterId,
                    subject + " takes (" + parameters(method)
                            + "); it is a function of one outcome, so give it that one parameter.",
                    Place.of(method)));
        }
        checkThrows(method, subject);
    }

    /** Reports a variant where no instance with the factors is at hand. */
    void reportInCompanion(ExecutableElement method) {
        findings.add(new Finding(
                "variant-method",
                "variant '" + KotlinClass.name(method) + "' stands in the companion object; its harness calls it on an "
                        + "instance that knows the factors, so move it into the class.",
                Place.of(method)));
    }

    private static boolean isKotlin(ExecutableElement method) {
        return method.getEnclosingElement() instanceof TypeElement type && KotlinClass.is(type);
    }

    /** Whether a method belongs to a Kotlin object or companion, which the harness calls it on. */
    private static boolean hasOneInstance(ExecutableElement method) {
        Element home = method.getEnclosingElement();
        return home instanceof TypeElement type
                && (KotlinClass.isObject(type) || !KotlinClass.accompanied(type).equals(type));
    }

    /** Whether a metric or figure has the one parameter that it should have. */
    static boolean takesAnOutcome(ExecutableElement method) {
        return method.getParameters().size() == 1
                && JavaTypes.isReference(method.getParameters().get(0).asType());
    }

    private void checkModifiers(
            ExecutableElement method, String subject, String id, Set<Modifier> forbidden, String wayOut) {
        for (Modifier modifier : forbidden) {
            if (method.getModifiers().contains(modifier)) {
                findings.add(new Finding(
                        id,
                        subject + " is " + modifier.name().toLowerCase(Locale.ROOT) + "; " + wayOut,
                        Place.of(method)));
            }
        }
        if (!method.getTypeParameters().isEmpty()) {
            findings.add(new Finding(
                    id,
                    subject + " is generic in "
                            + method.getTypeParameters().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", "))
                            + "; its harness could not say of what, so leave the type parameters out.",
                    Place.of(method)));
        }
        if (isKotlin(method) && method.getSimpleName().toString().contains("$")) {
            findings.add(new Finding(
                    id,
                    subject + " is internal, so that Kotlin adds the module to its name; make it public.",
                    Place.of(method)));
        }
        if (isSuspending(method)) {
            findings.add(new Finding(
                    id,
                    subject + " is a suspend function; its harness calls it and waits, so leave suspend out.",
                    Place.of(method)));
        }
    }

    /** Whether this is what Kotlin makes of a suspend function, whose own type is hidden in the last parameter's. */
    static boolean isSuspending(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        return !parameters.isEmpty()
                && isContinuation(parameters.get(parameters.size() - 1).asType());
    }

    static boolean isContinuation(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof QualifiedNameable named
                && named.getQualifiedName().contentEquals(CONTINUATION);
    }

    private String parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> types.name(parameter.asType()))
                .collect(Collectors.joining(", "));
    }

    /** A harness calls from a lambda, which may throw nothing that has to be declared. */
    void checkThrows(ExecutableElement method, String subject) {
        for (TypeMirror thrown : method.getThrownTypes()) {
            if (!types.isUnchecked(thrown)) {
                findings.add(new Finding(
                        "checked-exception",
                        subject + " throws " + types.name(thrown)
                                + ", which its harness does not expect; wrap it in an unchecked one.",
                        Place.of(method)));
            }
        }
    }
}
