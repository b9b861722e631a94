package dev.assay.render.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.assay.estimate.Contrast;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads {@code report.json}.
 *
 * <p>Numbers have twelve significant digits, so that neither the last bit of a logarithm nor the way in which a Java version
 * prints a double shows in the bytes. Half a surrogate pair, which UTF-8 has not, is written as U+FFFD. A number that is not defined, such as an interval of one value, is null.
 */
public final class ReportJson {
    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .annotationIntrospector(new SmallConstants())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
            .withConfigOverride(
                    Contrast.class,
                    contrast -> contrast.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET, Nulls.SET)))
            .withConfigOverride(
                    double.class, number -> number.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET, Nulls.SET)))
            .addModule(new SimpleModule()
                    .addSerializer(double.class, new Rounded())
                    .addSerializer(Double.class, new Rounded())
                    .addDeserializer(double.class, new Undefined()))
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private ReportJson() {}

    /** The report as indented JSON with a final line break. */
    public static String write(SuiteReport report) {
        return text(report);
    }

    /**
     * The report that a text says. What was not defined is NaN again; other numbers have the digits that were written.
     *
     * @throws IllegalArgumentException if the text is no report of {@link SuiteReport#FORMAT}; the message says why
     */
    public static SuiteReport read(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (!tree.path("format").isInt() || !tree.has("experiments")) {
                throw new IllegalArgumentException("it has no format and experiments");
            }
            int format = tree.get("format").intValue();
            if (format != SuiteReport.FORMAT) {
                throw new IllegalArgumentException(
                        "it is of format " + format + ", but this version reads format " + SuiteReport.FORMAT);
            }
            return MAPPER.treeToValue(tree, SuiteReport.class);
        } catch (JsonProcessingException unreadable) {
            String place = unreadable instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
            throw new IllegalArgumentException(
                    unreadable.getOriginalMessage() + (place.isEmpty() ? "" : " at " + place), unreadable);
        }
    }

    /** Any value in the report's dialect of JSON. */
    static String text(Object value) {
        try {
            return HALVES.matcher(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value))
                            .replaceAll("\uFFFD")
                    + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "cannot write a " + value.getClass().getSimpleName() + " as JSON", unwritable);
        }
    }

    /** Constants in small letters, in any language: the small letter of a Turkish I is no i, and Jackson asks the machine. */
    private static final class SmallConstants extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, @Nullable String[] names) {
            return Arrays.stream(constants)
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new);
        }
    }

    private static final class Rounded extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider serializers) throws IOException {
            if (!Double.isFinite(value)) {
                json.writeNull();
            } else {
                BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
                json.writeNumber(
                        rounded.scale() < 0 && rounded.precision() - rounded.scale() <= 15
                                ? rounded.setScale(0)
                                : rounded);
            }
        }
    }

    /** Reads null as NaN, and no text as a number. */
    private static final class Undefined extends StdScalarDeserializer<Double> {
        private static final long serialVersionUID = 1;

        Undefined() {
            super(double.class);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.currentToken().isNumeric()
                    ? json.getDoubleValue()
                    : (Double) context.handleUnexpectedToken(double.class, json);
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
