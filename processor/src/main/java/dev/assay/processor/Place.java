package dev.assay.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Where in the source a diagnostic points.
 *
 * @param element the class, member or parameter
 * @param mark an annotation on it, or null for the element itself
 * @param member a member of the annotation that the author wrote, or null for the annotation itself
 * @param index which element of the member's array, from 0, or -1 for the member itself
 * @param within a place in the element's code, or null for the element itself
 */
record Place(
        Element element,
        @Nullable Mark mark,
        @Nullable String member,
        int index,
        @Nullable Within within) {
    /** What stands in a method's code, of which javac makes no element. */
    record Within(Tree tree, CompilationUnitTree file) {}

    static Place of(Element element) {
        return new Place(element, null, null, -1, null);
    }

    static Place of(Element element, Tree tree, CompilationUnitTree file) {
        return new Place(element, null, null, -1, new Within(tree, file));
    }

    /** A parameter; for a record's, its component in the header, since its constructor may stand nowhere. */
    static Place of(VariableElement parameter) {
        Element constructor = Objects.requireNonNull(parameter.getEnclosingElement());
        Element type = constructor.getEnclosingElement();
        if (type == null || type.getKind() != ElementKind.RECORD || constructor.getKind() != ElementKind.CONSTRUCTOR) {
            return of((Element) parameter);
        }
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(parameter.getSimpleName()))
                .findFirst()
                .map(field -> of((Element) field))
                .orElseGet(() -> of((Element) parameter));
    }

    static Place of(Mark mark) {
        return new Place(mark.element(), mark, null, -1, null);
    }

    /** A member of an annotation, or the annotation where the author left the member to its default. */
    static Place of(Mark mark, String member) {
        return new Place(mark.element(), mark, mark.written(member) == null ? null : member, -1, null);
    }

    /** An element of a member that is an array. */
    static Place of(Mark mark, String member, int index) {
        return new Place(mark.element(), mark, member, index, null);
    }

    /** The value that this points at, or null where it points at no value. */
    @Nullable
    AnnotationValue value() {
        if (mark == null || member == null) {
            return null;
        }
        List<AnnotationValue> elements = mark.elements(member);
        return index >= 0 && index < elements.size() ? elements.get(index) : mark.written(member);
    }
}
