package dev.assay.record;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The one JSON dialect of plans and records: the same bytes for the same value on every machine, and strict about what it
 * does not know. Enum constants are written in small letters; NaN and the infinities as the texts {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class RecordJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new RecordDialect())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();
    private static final DefaultPrettyPrinter INDENTED =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private RecordJson() {}

    /** A value as one line of JSON, without a line break. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "cannot write a " + value.getClass().getSimpleName() + " as JSON", unwritable);
        }
    }

    /** A value as indented JSON with a final line break. */
    public static String writePretty(Object value) {
        try {
            return MAPPER.writer(INDENTED).writeValueAsString(value) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "cannot write a " + value.getClass().getSimpleName() + " as JSON", unwritable);
        }
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is not one such value and nothing else; the message says where
     */
    public static <T> T read(String json, Class<T> type) {
        T value;
        try {
            value = MAPPER.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(
                    "not a " + type.getSimpleName() + ": " + unreadable.getOriginalMessage() + place(unreadable),
                    unreadable);
        }
        if (value == null) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": the text is null");
        }
        return value;
    }

    /** The format that a line says it has, or {@link LedgerLine#FORMAT} where it does not say. */
    static int format(String json) {
        try {
            return MAPPER.readTree(json).path("format").asInt(LedgerLine.FORMAT);
        } catch (JsonProcessingException unreadable) {
            return LedgerLine.FORMAT;
        }
    }

    private static String place(JsonProcessingException unreadable) {
        String property = unreadable instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
        JsonLocation location = unreadable.getLocation();
        return (property.isEmpty() ? "" : " at " + property)
                + (location == null
                        ? ""
                        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")");
    }
}
