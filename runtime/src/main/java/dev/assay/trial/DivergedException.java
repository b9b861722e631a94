package dev.assay.trial;

/** A trial whose curve or metric became NaN: an outcome of its own, not a mistake of the code. */
final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DivergedException(String message) {
        super(message);
    }
}
