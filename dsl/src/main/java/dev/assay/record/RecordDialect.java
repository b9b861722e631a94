package dev.assay.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Java types say about their JSON without Jackson's annotations: enums by their names, records by their nullness. */
final class RecordDialect extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    /** Constants in small letters, whatever the machine's language (in Turkish, I has another small letter). */
    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, @Nullable String[] names) {
        String[] small = new String[constants.length];
        for (int i = 0; i < constants.length; i++) {
            small[i] = constants[i].name().toLowerCase(Locale.ROOT);
        }
        return small;
    }

    /** A component that may not be null may not be left out. */
    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isNeverNull(member) ? Boolean.TRUE : super.hasRequiredMarker(member);
    }

    /** A component that may not be null may not be null, nor hold one. */
    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return isNeverNull(annotated)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL)
                : super.findSetterInfo(annotated);
    }

    private static boolean isNeverNull(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)) {
            return false;
        }
        RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
        return components != null
                && parameter.getOwner().getParameterCount() == components.length
                && !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
