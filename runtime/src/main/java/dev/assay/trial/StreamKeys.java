package dev.assay.trial;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Turns names into the keys of random streams: the first 64 bits of SHA-256 over experiment, seed, scope, name and index.
 *
 * @param experiment the experiment's id
 * @param seed the seed's index
 * @param scope empty for a trial, the name of a shared value for what computes it
 */
record StreamKeys(String experiment, int seed, String scope) {
    /** The key of a stream that continues. */
    long of(String name) {
        return hash(name, "");
    }

    /** The key of a stream that starts afresh at each index. */
    long of(String name, long index) {
        return hash(name, Long.toString(index));
    }

    private long hash(String name, String index) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        for (String part : new String[] {experiment, Integer.toString(seed), scope, name, index}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(bytes.length)
                    .array()); // so that no two texts run together
            digest.update(bytes);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
