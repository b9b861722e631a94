package dev.assay;

/**
 * What {@link Trial#meter} measured.
 *
 * @param value what the work returned in its last repeat
 * @param millis the median wall time of one repeat, in milliseconds
 * @param peakBytes the largest number of bytes that arrays of one repeat held at once
 * @param <T> what the work returns
 */
public record Metered<T>(T value, double millis, long peakBytes) {}
