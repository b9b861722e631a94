package dev.assay.processor;

import dev.assay.dsl.Harness;
import dev.assay.plan.Plan;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/**
 * What Kotlin's compiler made of the sources in a directory of the test resources, in the version and with the plugins that a
 * project gets from our parent POM.
 *
 * @param text what it printed
 */
record Kotlinc(boolean succeeded, String text) {
    private static final Pattern SAID =
            Pattern.compile("(?m)^(?:error: |warning: )?(\\S+\\.kt):(\\d+)(?::\\d+)?: (error|warning): (.*)$");
    private static final Pattern OURS = Pattern.compile("\\[assay:([a-z-]+)] (.*)");
    private static final String KAPT = "plugin:org.jetbrains.kotlin.kapt3:";

    /** Makes stubs and runs our processors over them, as kapt does before anything is compiled. */
    static Kotlinc kapt(String directory, Path out) {
        List<String> options = new ArrayList<>(List.of("-Xplugin=" + jar("kotlin-annotation-processing-embeddable")));
        for (String option : List.of(
                "sources=" + out.resolve("sources"),
                "classes=" + out.resolve("classes"),
                "stubs=" + out.resolve("stubs"),
                "aptMode=stubsAndApt",
                "correctErrorTypes=true",
                "mapDiagnosticLocations=true",
                "processors=" + ExperimentProcessor.class.getName(),
                "processors=" + RegistryProcessor.class.getName())) {
            options.addAll(List.of("-P", KAPT + option));
        }
        for (String entry : classPath()) {
            options.addAll(List.of("-P", KAPT + "apclasspath=" + entry));
        }
        return run(directory, out, options);
    }

    /** Compiles with the receivers that the compiler plugin gives the DSL's blocks. */
    static Kotlinc compileWithReceivers(String directory, Path out) {
        return run(
                directory,
                out,
                List.of(
                        "-Xplugin=" + jar("kotlin-sam-with-receiver-compiler-plugin-embeddable"),
                        "-P",
                        "plugin:org.jetbrains.kotlin.samWithReceiver:annotation=dev.assay.dsl.Receiver"));
    }

    /** Compiles without any plugin. */
    static Kotlinc compilePlain(String directory, Path out) {
        return run(directory, out, List.of());
    }

    private static Kotlinc run(String directory, Path out, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(
                "-no-stdlib", "-no-reflect", "-Werror", "-jvm-target", "17", "-d", out.toString(), "-classpath"));
        arguments.add(String.join(File.pathSeparator, classPath()));
        arguments.addAll(options);
        arguments.addAll(sources(directory));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ExitCode code;
        try (PrintStream to = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            code = new K2JVMCompiler().exec(to, arguments.toArray(String[]::new));
        }
        return new Kotlinc(code == ExitCode.OK, printed.toString(StandardCharsets.UTF_8));
    }

    /** What was said, each with the file that it points at; what is not ours has the id {@code kotlin}. */
    List<BadSource.Mistake> mistakes(String file) {
        List<BadSource.Mistake> mistakes = new ArrayList<>();
        Matcher said = SAID.matcher(text);
        while (said.find()) {
            Matcher ours = OURS.matcher(said.group(4));
            boolean isOurs = ours.matches();
            if (said.group(1).endsWith(file)) {
                mistakes.add(new BadSource.Mistake(
                        Diagnostic.Kind.valueOf(said.group(3).toUpperCase(Locale.ROOT)),
                        Long.parseLong(said.group(2)),
                        isOurs ? ours.group(1) : "kotlin",
                        isOurs ? ours.group(2) : said.group(4)));
            }
        }
        return mistakes;
    }

    /** The plan of a harness that was compiled into a directory. */
    static Plan plan(Path out, String harness) throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {out.toUri().toURL()}, Kotlinc.class.getClassLoader())) {
            Object made = loader.loadClass(harness).getConstructor().newInstance();
            return ((Harness<?>) made).executable().plan();
        }
    }

    private static List<String> sources(String directory) {
        try {
            Path at = Path.of(Objects.requireNonNull(Kotlinc.class.getResource("/" + directory))
                    .toURI());
            try (Stream<Path> files = Files.list(at)) {
                return files.map(Path::toString).sorted().toList();
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new AssertionError(directory, unreadable);
        }
    }

    private static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1));
    }

    private static String jar(String artifact) {
        return classPath().stream()
                .filter(entry -> Path.of(entry).getFileName().toString().matches(artifact + "-[\\d.]+\\.jar"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifact + " is not on the class path"));
    }
}
