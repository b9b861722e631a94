package dev.assay.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** The JSON Schemas that ship in the jar. */
final class Schemas {
    private Schemas() {}

    /** Where a file is not as a schema says. */
    static Set<ValidationMessage> violations(String schema, Path file) throws IOException {
        try (InputStream text = Objects.requireNonNull(
                Schemas.class.getResourceAsStream("/dev/assay/" + schema), schema + " is in the jar")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(text)
                    .validate(new ObjectMapper().readTree(file.toFile()));
        }
    }
}
