package dev.assay.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where in the source a diagnostic points.
 *
 * @param element the class, member or parameter
 * @param mirror an annotation on it, or null for the element itself
 * @param value a value of the annotation, or null for the annotation itself
 */
record Place(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value) {
    static Place of(Element element) {
        return new Place(element, null, null);
    }

    static Place of(Mark mark) {
        return new Place(mark.element(), mark.mirror(), null);
    }

    /** A value of an annotation, or the annotation where the author left the value to its default. */
    static Place of(Mark mark, String member) {
        return new Place(mark.element(), mark.mirror(), mark.written(member));
    }

    static Place of(Mark mark, AnnotationValue value) {
        return new Place(mark.element(), mark.mirror(), value);
    }
}
