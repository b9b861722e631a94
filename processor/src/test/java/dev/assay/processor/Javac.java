package dev.assay.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;
import dev.assay.plan.Plan;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * What javac made of some sources.
 *
 * @param compilation its diagnostics and files
 * @param plans the plans that the processor found sound, by harness
 */
record Javac(Compilation compilation, Map<String, Plan> plans) {
    /** Without the Kotlin compiler, whose jar would take longer to open than most sources to compile. */
    private static final List<File> CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
            .filter(entry -> !new File(entry).getName().startsWith("kotlin-"))
            .map(File::new)
            .toList();

    static Compiler compiler() {
        return Compiler.javac().withClasspath(CLASS_PATH);
    }

    /** Compiles resources of these names with every warning as an error. */
    static Javac compile(String... resources) {
        return compile(
                Arrays.stream(resources).map(JavaFileObjects::forResource).toList());
    }

    static Javac compile(List<JavaFileObject> sources, Processor... others) {
        return compile(List.of("-Xlint:all,-processing", "-Werror", "-parameters"), sources, others);
    }

    /** Compiles a resource without javac's own warnings, and with ours as warnings. */
    static Javac compileBad(String resource) {
        return compile(List.of("-parameters"), List.of(JavaFileObjects.forResource(resource)));
    }

    private static Javac compile(List<String> options, List<JavaFileObject> sources, Processor... others) {
        ExperimentProcessor processor = new ExperimentProcessor();
        List<Processor> processors = new java.util.ArrayList<>(List.of(others));
        processors.add(processor);
        processors.add(new RegistryProcessor());
        Compilation compilation =
                compiler().withProcessors(processors).withOptions(options).compile(sources);
        return new Javac(compilation, processor.plans());
    }

    /** The text of a file made, a path below the class output. */
    String output(String path) {
        return text(compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, path)
                .orElseThrow(() -> new AssertionError(path + " was not made; " + compilation.diagnostics())));
    }

    /** The source of a class made. */
    String source(String name) {
        return text(compilation
                .generatedSourceFile(name)
                .orElseThrow(() -> new AssertionError(name + " was not made; " + compilation.diagnostics())));
    }

    /** Puts what was made into a directory, and loads a harness from there. */
    Executable<?> load(Path directory, String harness) throws IOException, ReflectiveOperationException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            Path target = directory.resolve(file.toUri().getPath().replaceFirst("^/[A-Z]+_OUTPUT/", ""));
            Files.createDirectories(target.getParent());
            try (InputStream in = file.openInputStream()) {
                Files.write(target, in.readAllBytes());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, Javac.class.getClassLoader())) {
            Object made = loader.loadClass(harness).getConstructor().newInstance();
            return ((Harness<?>) made).executable();
        }
    }

    private static String text(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(file.getName(), unreadable);
        }
    }

    static String resource(String path) throws IOException {
        try (InputStream in = Javac.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new AssertionError("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
