package dev.assay.record;

import java.util.List;

/**
 * What {@code run.json} says: everything about a run that may differ when it is repeated.
 *
 * @param format {@link LedgerLine#FORMAT}
 * @param command the command's words
 * @param started when it started, ISO 8601 in UTC
 * @param finished when it ended, ISO 8601 in UTC; empty while it runs or if it was killed
 * @param seconds the wall time
 * @param trials how many trials it ran
 * @param reused how many trials stood in the ledger already
 * @param workers how many worker processes it had
 * @param engine the DJL engine's name
 * @param engineVersion the engine's native version
 * @param java the Java runtime's version
 * @param system the operating system and its architecture
 * @param processors how many processors the machine offered
 */
public record RunInfo(
        int format,
        List<String> command,
        String started,
        String finished,
        double seconds,
        int trials,
        int reused,
        int workers,
        String engine,
        String engineVersion,
        String java,
        String system,
        int processors) {
    public RunInfo {
        command = List.copyOf(command);
    }
}
