package dev.assay.processor;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * One of our annotations where an author wrote it.
 *
 * @param element what is annotated
 * @param mirror the annotation
 * @param repeat which of several it is, from 0, in a container; -1 where it stands alone
 */
record Mark(Element element, AnnotationMirror mirror, int repeat) {
    /** What javac hands out in place of a constant that it could not resolve. */
    private static final String UNRESOLVED = "<error>";

    /** The annotation of this type on an element. */
    static Optional<Mark> on(Element element, Class<? extends Annotation> type) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isOf(mirror, type))
                .findFirst()
                .map(mirror -> new Mark(element, mirror, -1));
    }

    /** Every annotation of a repeatable type on an element, in the order written, whether in its container or not. */
    static List<Mark> all(Element element, Class<? extends Annotation> type, Class<? extends Annotation> container) {
        List<Mark> marks = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (isOf(mirror, type)) {
                marks.add(new Mark(element, mirror, -1));
            } else if (isOf(mirror, container)) {
                for (AnnotationValue value : new Mark(element, mirror, -1).elements("value")) {
                    if (value.getValue() instanceof AnnotationMirror one) {
                        marks.add(new Mark(element, one, marks.size()));
                    }
                }
            }
        }
        return marks;
    }

    private static boolean isOf(AnnotationMirror mirror, Class<? extends Annotation> type) {
        return mirror.getAnnotationType().asElement() instanceof QualifiedNameable named
                && named.getQualifiedName().contentEquals(type.getName());
    }

    /** Whether every member has a value of its type: false while the source names something that does not exist. */
    boolean isComplete() {
        for (ExecutableElement member : members()) {
            AnnotationValue value = value(member);
            if (value == null || !fits(value, member.getReturnType())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(AnnotationValue value, TypeMirror type) {
        Object content = value.getValue();
        if (content instanceof List<?> list) {
            return type.getKind() == TypeKind.ARRAY
                    && list.stream()
                            .allMatch(one ->
                                    one instanceof AnnotationValue element && !UNRESOLVED.equals(element.getValue()));
        }
        return switch (type.getKind()) {
            case INT -> content instanceof Integer;
            case DOUBLE -> content instanceof Double;
            case BOOLEAN -> content instanceof Boolean;
            default ->
                content instanceof VariableElement
                        || (content instanceof String text && !text.equals(UNRESOLVED) && isText(type));
        };
    }

    private static boolean isText(TypeMirror type) {
        return type.toString().equals(String.class.getName());
    }

    /** The value of a member if the author wrote it. */
    @Nullable
    AnnotationValue written(String member) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .map(entry -> (AnnotationValue) entry.getValue())
                .findFirst()
                .orElse(null);
    }

    String text(String member) {
        return (String) content(member);
    }

    int whole(String member) {
        return (Integer) content(member);
    }

    boolean flag(String member) {
        return (Boolean) content(member);
    }

    /** A number, or null where the author gave none, for which our annotations say NaN. */
    @Nullable
    Double number(String member) {
        double number = (Double) content(member);
        return Double.isNaN(number) ? null : number;
    }

    /** A text, or null where the author gave none, for which our annotations say the empty text. */
    @Nullable
    String wording(String member) {
        String text = text(member);
        return text.isEmpty() ? null : text;
    }

    <E extends Enum<E>> E constant(String member, Class<E> type) {
        return Enum.valueOf(
                type, ((VariableElement) content(member)).getSimpleName().toString());
    }

    List<String> texts(String member) {
        return elements(member).stream().map(value -> (String) value.getValue()).toList();
    }

    /** The elements of an array, each of which can be pointed at. */
    List<AnnotationValue> elements(String member) {
        return content(member) instanceof List<?> list
                ? list.stream().map(one -> (AnnotationValue) one).toList()
                : List.of();
    }

    private Object content(String member) {
        return members().stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(member))
                .map(this::value)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(mirror + " has no value for " + member))
                .getValue();
    }

    private List<ExecutableElement> members() {
        return ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements());
    }

    private @Nullable AnnotationValue value(ExecutableElement member) {
        AnnotationValue written = mirror.getElementValues().get(member);
        return written != null ? written : member.getDefaultValue();
    }
}
