package dev.assay.run;

import dev.assay.record.TrialRecord;

/**
 * What a trial, or several, take of a run.
 *
 * @param seconds for how long a worker is busy
 * @param alone for how many of these seconds it has the machine to itself, so that the other workers wait
 */
record Took(double seconds, double alone) {
    static final Took NOTHING = new Took(0, 0);

    static Took of(TrialRecord trial) {
        Double alone = trial.alone();
        return new Took(trial.seconds(), alone == null ? 0 : alone);
    }

    Took plus(Took other) {
        return new Took(seconds + other.seconds, alone + other.alone);
    }

    Took times(double factor) {
        return new Took(factor * seconds, factor * alone);
    }

    /** What is left of it after so many seconds. */
    Took after(double elapsed) {
        return seconds > elapsed ? times(1 - elapsed / seconds) : NOTHING;
    }

    /** The seconds in which other workers may be busy too. */
    double beside() {
        return seconds - alone;
    }

    /** By how much it makes a run longer whose workers all have something to do. */
    double onTheWall(int workers) {
        return alone + beside() / workers;
    }
}
