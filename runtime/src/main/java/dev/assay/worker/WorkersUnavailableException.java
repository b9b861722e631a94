package dev.assay.worker;

/** No worker can do the run's jobs; the message says in one sentence why and what to do. */
public final class WorkersUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorkersUnavailableException(String message) {
        super(message);
    }
}
