package dev.assay.processor;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** What Kotlin makes of its objects and companions: classes with one instance in a static field. */
final class KotlinClass {
    private static final String METADATA = "kotlin.Metadata";

    private KotlinClass() {}

    /** Whether a class was written in Kotlin. */
    static boolean is(Element type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(mark -> mark.getAnnotationType().asElement() instanceof QualifiedNameable named
                        && named.getQualifiedName().contentEquals(METADATA));
    }

    /** A method's name as its author wrote it: to an internal one, which is refused, Kotlin adds the module. */
    static String name(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        int module = method.getEnclosingElement() instanceof TypeElement home && is(home) ? name.indexOf('$') : -1;
        return module > 0 ? name.substring(0, module) : name;
    }

    /** Whether a class is an {@code object}, of which there is no other instance than its own. */
    static boolean isObject(TypeElement type) {
        return is(type)
                && fields(type).anyMatch(field -> field.getSimpleName().contentEquals("INSTANCE") && isOf(field, type));
    }

    /** The field that holds a class's companion. */
    static Optional<VariableElement> companion(TypeElement type) {
        return is(type)
                ? fields(type)
                        .filter(field -> companionOf(field, type).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** The methods of a class's companion that Kotlin has not copied into the class, as it does with {@code @JvmStatic}. */
    static Stream<ExecutableElement> companionMethods(TypeElement type) {
        return companion(type).flatMap(field -> companionOf(field, type)).stream()
                .flatMap(companion -> ElementFilter.methodsIn(companion.getEnclosedElements()).stream())
                .filter(method -> ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .noneMatch(own -> own.getModifiers().contains(Modifier.STATIC)
                                && own.getSimpleName().equals(method.getSimpleName())));
    }

    /** The class that a companion accompanies; the class itself if it is none. */
    static Element accompanied(Element type) {
        return type.getEnclosingElement() instanceof TypeElement around
                        && companion(around).flatMap(field -> companionOf(field, around)).stream()
                                .anyMatch(type::equals)
                ? around
                : type;
    }

    private static Optional<TypeElement> companionOf(VariableElement field, TypeElement type) {
        return field.asType() instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement companion
                        && type.equals(companion.getEnclosingElement())
                        && companion.getKind() == ElementKind.CLASS
                        && companion.getSimpleName().equals(field.getSimpleName())
                ? Optional.of(companion)
                : Optional.empty();
    }

    private static boolean isOf(VariableElement field, TypeElement type) {
        return field.asType() instanceof DeclaredType declared
                && declared.asElement().equals(type);
    }

    private static Stream<VariableElement> fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getModifiers().contains(Modifier.STATIC));
    }
}
