package dev.assay.gate;

/** Two reports, or two files, that cannot be compared; the message says in one line which, why, and what to do. */
public final class IncomparableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IncomparableException(String message) {
        super(message);
    }

    IncomparableException(String message, Throwable cause) {
        super(message, cause);
    }
}
