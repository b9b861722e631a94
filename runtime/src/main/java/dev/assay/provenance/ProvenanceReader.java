package dev.assay.provenance;

import dev.assay.engine.EngineName;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.record.Fingerprint;
import dev.assay.record.Provenance;
import dev.assay.record.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what the trials of experiments depend on, for one class path and engine. */
public final class ProvenanceReader implements AutoCloseable {
    /**
     * What runs a trial. An experiment knows only the interface that it implements, but takes its random streams, steps and
     * arrays from it.
     */
    private static final String TRIAL = "dev.assay.trial.RunningTrial";

    private static final String ANNOTATION = "Ldev/assay/Experiment;";

    private final EngineName engine;
    private final ClassPath classPath;
    private final CodeReader code;
    private final DataReader data;
    private final Map<Path, String> libraries = new HashMap<>();

    private ProvenanceReader(EngineName engine, ClassPath classPath) {
        this.engine = engine;
        this.classPath = classPath;
        this.code = new CodeReader(classPath);
        this.data = new DataReader(classPath, code);
    }

    /** A reader of this program's class path. */
    public static ProvenanceReader of(EngineName engine) {
        return of(engine, System.getProperty("java.class.path"));
    }

    static ProvenanceReader of(EngineName engine, String classPath) {
        return new ProvenanceReader(engine, ClassPath.open(classPath));
    }

    /**
     * What the trials of an experiment depend on.
     *
     * <p>Its code is all that its class can reach, and the class that runs a trial. Of an annotated class, the generated
     * harness is left out, for it holds the claims, too; cells come from the plan. So do the names of metrics and figures,
     * which tell what is taken from an outcome and count as code. Of an experiment in the fluent DSL, all of its harness
     * counts.
     *
     * @param harness the binary name of the harness's class
     * @throws UncheckedIOException if the class path cannot be read
     */
    public Provenance of(Plan plan, String harness) {
        Reach reach = code.from(List.of(TRIAL, isAnnotated(plan.source()) ? plan.source() : harness));
        SortedMap<String, String> classes = reach.classes();
        return new Provenance(
                Fingerprint.of(RecordJson.write(List.of(classes, taken(plan)))),
                classes,
                libraries(reach),
                data.of(reach),
                engine.nativeVersion(),
                EngineName.THREADS);
    }

    private boolean isAnnotated(String className) {
        String file = className.replace('.', '/') + ".class";
        return classPath
                .find(file)
                .map(entry -> ScannedClass.of(entry.bytes(file)).texts().contains(ANNOTATION))
                .orElse(false);
    }

    /** What is taken from an outcome: metrics and figures, without how they are judged and shown. */
    private static List<List<?>> taken(Plan plan) {
        return List.of(
                plan.metrics().stream()
                        .map((MetricPlan metric) -> List.of(metric.name(), metric.variants()))
                        .toList(),
                plan.figures().stream()
                        .map((FigurePlan figure) -> List.of(figure.title(), figure.when(), figure.variants()))
                        .toList());
    }

    private SortedMap<String, String> libraries(Reach reach) {
        SortedMap<String, String> found = new TreeMap<>();
        for (ClassPathEntry entry : classPath.entries()) {
            Path path = entry.path();
            if (reach.jars().contains(path.toString()) || engine.loads(path)) {
                found.put(String.valueOf(path.getFileName()), libraries.computeIfAbsent(path, ProvenanceReader::hash));
            }
        }
        return found;
    }

    private static String hash(Path jar) {
        try {
            return Fingerprint.of(Files.readAllBytes(jar));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + jar + " on the class path", unreadable);
        }
    }

    @Override
    public void close() {
        classPath.close();
    }
}
