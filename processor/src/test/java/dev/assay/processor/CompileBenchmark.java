package dev.assay.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/**
 * How long the processor takes with many experiments. Not a test: run it by hand,
 *
 * <pre>{@code
 * mvn -pl processor -am test-compile
 * java -cp <class path> dev.assay.processor.CompileBenchmark 500
 * }</pre>
 *
 * <p>500 copies of an experiment, compiled with and without the processor, generated harnesses included, in one JVM after a
 * warm-up of 50; the least of three. On two cores that were busy with seven other things: of the size that most experiments have
 * (one factor, five variants, five metrics, four claims) 1.2 s without it and 8.6 s with it, 7.4 s more; of the large golden one
 * (five factors, six variants, five metrics, seven claims) 1.8 s and 11.9 s, 10.1 s more. About a third is the processor itself;
 * the rest is what javac needs to enter all sources again after a round, and to compile the harnesses.
 */
final class CompileBenchmark {
    private static final int REPEATS = 3;

    private CompileBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int number = arguments.length == 0 ? 500 : Integer.parseInt(arguments[0]);
        measure(sources("McmcVsVi", 50), new ExperimentProcessor(), new RegistryProcessor());
        for (String experiment : List.of("Normalisations", "McmcVsVi")) {
            double without = Double.POSITIVE_INFINITY;
            double with = Double.POSITIVE_INFINITY;
            // What else the machine does can only add.
            for (int i = 0; i < REPEATS; i++) {
                without = Math.min(without, measure(sources(experiment, number)));
                with = Math.min(
                        with, measure(sources(experiment, number), new ExperimentProcessor(), new RegistryProcessor()));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d times %s: %.1f s without the processor, %.1f s with it: %.1f s more%n",
                    number,
                    experiment,
                    without,
                    with,
                    with - without);
        }
    }

    private static List<JavaFileObject> sources(String experiment, int number) throws IOException {
        String text = Javac.resource("good/" + experiment + ".java").replace("question = 8,", "");
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            sources.add(JavaFileObjects.forSourceString(
                    "good." + experiment + i, text.replace(experiment, experiment + i)));
        }
        return sources;
    }

    /** The seconds that a compilation takes the thread that does it, whatever else the machine does. */
    private static double measure(List<JavaFileObject> sources, Processor... processors) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Compilation compilation = Javac.compiler()
                .withProcessors(processors)
                .withOptions(processors.length == 0 ? List.of("-proc:none", "-parameters") : List.of("-parameters"))
                .compile(sources);
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
        if (!compilation.errors().isEmpty()) {
            throw new IllegalStateException(compilation.errors().toString());
        }
        return seconds;
    }
}
