package dev.assay.engine;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import dev.assay.plan.Suggestion;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The DJL engines that every experiment runs on. */
public enum EngineName {
    /** The embedded default. */
    MXNET("MXNet", "mxnet"),
    /** The fast one. */
    PYTORCH("PyTorch", "pytorch");

    /** How many native threads a trial has. */
    public static final int THREADS = 1;

    /**
     * The variables that make DJL load another native library than the one on the class path, by which trials are told apart.
     * A worker's environment has none of them.
     */
    public static final Set<String> ELSEWHERE =
            Set.of("MXNET_LIBRARY_PATH", "PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION", "PYTORCH_FLAVOR");

    private final String djlName;
    private final String artifacts;

    EngineName(String djlName, String artifacts) {
        this.djlName = djlName;
        this.artifacts = artifacts;
    }

    /**
     * The engine of this name, capitals aside.
     *
     * @throws IllegalArgumentException if there is none; the message names those that are
     */
    public static EngineName parse(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.djlName.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no engine '" + name + "'."
                        + Suggestion.of(
                                name,
                                Arrays.stream(values()).map(EngineName::djlName).toList())));
    }

    /** The name that DJL, records and the command line use. */
    public String djlName() {
        return djlName;
    }

    /**
     * Whether a class-path entry belongs on the class path of a worker with this engine: all but the other engine's jars.
     * With both there, DJL loads the native libraries of both at first use.
     */
    public boolean accepts(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return Arrays.stream(values()).noneMatch(other -> other != this && name.startsWith(other.artifacts + "-"));
    }

    /** Whether a class-path entry is the jar of this engine's Java part, which DJL finds without being told its name. */
    public boolean loads(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.startsWith(artifacts + "-") && !name.startsWith(artifacts + "-native-");
    }

    /**
     * The version of the native library on this program's class path, which is not loaded.
     *
     * @throws EngineUnavailableException if there is none
     */
    public String nativeVersion() {
        String resource = "native/lib/" + artifacts + ".properties";
        try (InputStream in = EngineName.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new EngineUnavailableException(
                        this, new FileNotFoundException("no jar with its native library is there"));
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new EngineUnavailableException(this, unreadable);
        }
    }

    /** The Java options of a worker with this engine: offline, without telemetry, one native thread. */
    public List<String> jvmOptions() {
        return List.of(
                "-Dai.djl.default_engine=" + djlName,
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dai.djl.pytorch.num_threads=" + THREADS,
                "-Dai.djl.pytorch.num_interop_threads=" + THREADS,
                "-Djava.awt.headless=true");
    }

    /**
     * The environment of a worker with this engine. Two native threads beside another busy process are many times slower
     * than one, and MXNet's own scheduler costs more than it gains on one thread.
     */
    public Map<String, String> environment() {
        return Map.of(
                "OMP_NUM_THREADS",
                Integer.toString(THREADS),
                "MKL_NUM_THREADS",
                Integer.toString(THREADS),
                "MXNET_ENGINE_TYPE",
                "NaiveEngine",
                "OPT_OUT_TRACKING",
                "true",
                "DJL_DEFAULT_ENGINE",
                djlName);
    }

    /**
     * A manager of arrays on the processor; loads the engine at the first call.
     *
     * @throws EngineUnavailableException if the engine or its native library cannot be loaded
     */
    public NDManager newManager() {
        try {
            return NDManager.newBaseManager(Device.cpu(), djlName);
        } catch (EngineException
                | IllegalArgumentException
                | UnsatisfiedLinkError
                | ExceptionInInitializerError failed) {
            throw new EngineUnavailableException(this, failed);
        }
    }

    /** The version of the engine's native library; loads the engine. */
    public String version() {
        try {
            return ai.djl.engine.Engine.getEngine(djlName).getVersion();
        } catch (EngineException
                | IllegalArgumentException
                | UnsatisfiedLinkError
                | ExceptionInInitializerError failed) {
            throw new EngineUnavailableException(this, failed);
        }
    }
}
