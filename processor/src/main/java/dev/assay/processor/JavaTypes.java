package dev.assay.processor;

import dev.assay.Trial;
import dev.assay.chart.Chart;
import dev.assay.plan.LevelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the stages ask about types. */
final class JavaTypes {
    private final Types types;
    private final Elements elements;

    JavaTypes(ProcessingEnvironment environment) {
        this.types = environment.getTypeUtils();
        this.elements = environment.getElementUtils();
    }

    boolean isSame(TypeMirror one, TypeMirror other) {
        return types.isSameType(one, other);
    }

    boolean isAssignable(TypeMirror from, TypeMirror to) {
        return types.isAssignable(from, to);
    }

    boolean isTrial(TypeMirror type) {
        return is(type, Trial.class);
    }

    boolean isChart(TypeMirror type) {
        TypeElement chart = elements.getTypeElement(Chart.class.getName());
        return chart != null && types.isSubtype(type, chart.asType());
    }

    /** Whether a thrown type need not be declared. */
    boolean isUnchecked(TypeMirror thrown) {
        return List.of(RuntimeException.class, Error.class).stream()
                .map(type -> elements.getTypeElement(type.getName()))
                .anyMatch(type -> types.isSubtype(thrown, type.asType()));
    }

    /** What levels a parameter of this type has; empty for a type that levels cannot be read as. */
    Optional<LevelType> levelType(TypeMirror type) {
        return switch (type.getKind()) {
            case INT -> Optional.of(LevelType.INT);
            case LONG -> Optional.of(LevelType.LONG);
            case DOUBLE -> Optional.of(LevelType.DOUBLE);
            case BOOLEAN -> Optional.of(LevelType.BOOLEAN);
            default ->
                is(type, String.class)
                        ? Optional.of(LevelType.TEXT)
                        : element(type).getKind() == ElementKind.ENUM ? Optional.of(LevelType.ENUM) : Optional.empty();
        };
    }

    /** The names of an enum's constants in the order declared. */
    List<String> constants(TypeMirror enumType) {
        return element(enumType).getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    /** Whether a type is a class, interface, record, enum or array: something that a variant can return. */
    static boolean isReference(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.ARRAY;
    }

    /** The type and all above it, each once, the nearer first. */
    List<TypeMirror> ancestry(TypeMirror type) {
        List<TypeMirror> ancestry = new ArrayList<>(List.of(type));
        for (int i = 0; i < ancestry.size(); i++) {
            for (TypeMirror above : types.directSupertypes(ancestry.get(i))) {
                if (ancestry.stream().noneMatch(known -> isSame(known, above))) {
                    ancestry.add(above);
                }
            }
        }
        return ancestry;
    }

    /** Whether the type, or one that it is made from, does not exist (yet). */
    boolean isMissing(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isMissing(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return isMissingBound(wildcard.getExtendsBound()) || isMissingBound(wildcard.getSuperBound());
        }
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(this::isMissing));
    }

    private boolean isMissingBound(@Nullable TypeMirror bound) {
        return bound != null && isMissing(bound);
    }

    /** Whether the type or one above it does not exist (yet). */
    boolean isAncestorMissing(TypeMirror type) {
        return isMissing(type)
                || (isReference(type) && ancestry(type).stream().anyMatch(this::isMissingOrExtendsMissing));
    }

    /** javac leaves an interface that does not exist out of a type's supertypes, but not out of its declaration. */
    private boolean isMissingOrExtendsMissing(TypeMirror type) {
        return isMissing(type)
                || (types.asElement(type) instanceof TypeElement element
                        && (isMissing(element.getSuperclass())
                                || element.getInterfaces().stream().anyMatch(this::isMissing)));
    }

    /** Whether the type has type arguments, so that no class literal stands for it. */
    static boolean isParameterized(TypeMirror type) {
        return type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
    }

    /** Whether the type is private, or lies in a private one, or is made from one. */
    boolean isHidden(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isHidden(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                && (isHidden(declared.asElement())
                        || declared.getTypeArguments().stream().anyMatch(this::isHidden));
    }

    /** Whether an element is private or lies in a private one. */
    static boolean isHidden(Element element) {
        for (@Nullable Element at = element; at != null; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    boolean isSealed(TypeMirror type) {
        return element(type).getModifiers().contains(Modifier.SEALED);
    }

    /** Whether a type has this name; a class of the processor's own class path, asked for by name alone. */
    boolean is(TypeMirror type, Class<?> named) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(named.getName());
    }

    /** A type as an author would write it: without packages and enclosing classes. */
    String name(TypeMirror type) {
        return type.toString().replaceAll("@[\\w.]+ ", "").replaceAll("\\b(?:\\w+\\.)+(?=\\w)", "");
    }

    private Element element(TypeMirror type) {
        Element element = types.asElement(type);
        return element != null ? element : elements.getTypeElement(Object.class.getName());
    }
}
