package dev.assay.worker;

import dev.assay.record.Failure;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What a pool said of its trials. */
class Heard implements TrialListener {
    final List<String> started = Collections.synchronizedList(new ArrayList<>());
    final List<TrialRecord> records = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void started(TrialKey trial) {
        started.add(trial.cell().variant());
    }

    @Override
    public void finished(TrialRecord record) {
        records.add(record);
    }

    /** The only record of a variant. */
    TrialRecord of(String variant) {
        List<TrialRecord> found = records.stream()
                .filter(record -> record.variant().equals(variant))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " records of " + variant + " among " + records);
        }
        return found.get(0);
    }

    Failure failure(String variant) {
        return Objects.requireNonNull(of(variant).failure());
    }
}
