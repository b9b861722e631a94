package dev.assay.dsl;

/**
 * A block that declares a part of an experiment; in Kotlin the part is the block's receiver.
 *
 * @param <S> the part
 */
@Receiver
@FunctionalInterface
public interface Declaration<S> {
    /** Fills in the part. */
    void declare(S part);
}
