package dev.assay.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The parent of a project of one's own inherits nothing from Assay's, so that it says versions again: they are the same. That
 * projects work with it is shown by {@code .ci/own-project}.
 */
class OwnProjectTest {
    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>([a-z-]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern PROPERTY = Pattern.compile("<(version\\.[\\w.]+)>([^<]+)</");
    private static final Pattern OURS = Pattern.compile("<version>([^<]*-SNAPSHOT|\\d[^<]*)</version>");
    private static final String PARENT = read("../pom.xml");
    private static final String OWN = read("../runtime/project/pom.xml");

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new AssertionError(file, unreadable);
        }
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow();
    }

    /** The plugins of a POM with their versions, as text or as what a property stands for. */
    private static Map<String, String> versions(String pom) {
        Map<String, String> properties = new HashMap<>();
        for (MatchResult property : PROPERTY.matcher(PARENT).results().toList()) {
            properties.put("${" + property.group(1) + "}", property.group(2));
        }
        Map<String, String> versions = new HashMap<>();
        for (MatchResult plugin : PLUGIN.matcher(pom).results().toList()) {
            versions.merge(
                    plugin.group(1),
                    properties.getOrDefault(plugin.group(2), plugin.group(2)),
                    (one, other) -> one.equals(other) ? one : one + " and " + other);
        }
        return versions;
    }

    @Test
    void usesThePluginsThatAssayIsBuiltWith() {
        Map<String, String> tried = versions(PARENT);
        tried.putAll(versions(read("pom.xml")));
        Map<String, String> own = versions(OWN);
        own.keySet().removeIf(name -> name.startsWith("assay-"));

        assertThat(own)
                .containsKeys(
                        "maven-compiler-plugin", "maven-surefire-plugin", "maven-install-plugin", "kotlin-maven-plugin")
                .allSatisfy((plugin, version) -> assertThat(version).as(plugin).isEqualTo(tried.get(plugin)));
    }

    @Test
    void isOfAssaysVersion() {
        String version = first(OURS, PARENT);

        assertThat(first(OURS, OWN)).isEqualTo(version);
        assertThat(first(Pattern.compile("<assay\\.version>([^<]+)<"), OWN)).isEqualTo(version);
        for (String example : List.of("example", "kotlin-example")) {
            assertThat(first(OURS, read("../runtime/project/" + example + "/pom.xml")))
                    .isEqualTo(version);
        }
    }
}
