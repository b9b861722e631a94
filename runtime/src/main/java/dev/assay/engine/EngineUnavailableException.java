package dev.assay.engine;

/** An engine whose Java part or native library cannot be loaded; the message says what to do. */
public final class EngineUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EngineUnavailableException(EngineName engine, Throwable cause) {
        super(
                "the engine " + engine.djlName() + " cannot be loaded (" + rootMessage(cause)
                        + "); put its engine and native jars for this system on the class path, delete the unpacked"
                        + " library if it is broken, or choose another with --engine",
                cause);
    }

    private static String rootMessage(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage().strip();
        // A loader's further lines list every place where it looked, the whole class path among them.
        String first = message.lines().findFirst().orElse(root.getClass().getName());
        return first.endsWith(":") ? first.substring(0, first.length() - 1) : first;
    }
}
