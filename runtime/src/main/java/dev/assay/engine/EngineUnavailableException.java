package dev.assay.engine;

/** An engine whose Java part or native library cannot be loaded; the message says what to do. */
public final class EngineUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EngineUnavailableException(EngineName engine, Throwable cause) {
        super(
                "the engine " + engine.djlName() + " cannot be loaded (" + rootMessage(cause)
                        + "); put its engine and native jars for this system on the class path, or choose another with"
                        + " --engine",
                cause);
    }

    private static String rootMessage(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getName() : root.getMessage();
    }
}
