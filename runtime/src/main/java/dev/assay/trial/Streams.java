package dev.assay.trial;

import dev.assay.RandomStream;
import java.util.HashMap;
import java.util.Map;

/** The named streams of one trial, which continue where they were left, and can be put back. */
final class Streams {
    private final StreamKeys keys;
    private final Map<String, RandomStream> streams = new HashMap<>();

    Streams(StreamKeys keys) {
        this.keys = keys;
    }

    RandomStream get(String name) {
        return streams.computeIfAbsent(name, unseen -> RandomStream.of(keys.of(unseen)));
    }

    RandomStream get(String name, long index) {
        return RandomStream.of(keys.of(name, index));
    }

    /** Where every stream stands. */
    Map<String, Long> positions() {
        Map<String, Long> positions = new HashMap<>();
        streams.forEach((name, stream) -> positions.put(name, stream.position()));
        return positions;
    }

    /** Puts every stream back to where it stood, and those begun since to their beginning. */
    void rewind(Map<String, Long> positions) {
        streams.forEach((name, stream) -> stream.rewind(positions.getOrDefault(name, 0L)));
    }
}
