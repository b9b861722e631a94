package dev.assay.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.RandomStream;
import dev.assay.Step;
import dev.assay.engine.ArrayScope;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rounds of a loop: each frees the arrays of the one before. */
final class Steps implements Iterator<Step> {
    private final RunningTrial trial;
    private final int rounds;
    private int next;
    private @Nullable ArrayScope scope;

    Steps(RunningTrial trial, int rounds) {
        this.trial = trial;
        this.rounds = rounds;
        trial.begin(this);
    }

    @Override
    public boolean hasNext() {
        if (next < rounds) {
            return true;
        }
        end();
        return false;
    }

    @Override
    public Step next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + rounds + " steps are done");
        }
        end();
        scope = trial.beginStep(this);
        return new Round(next++);
    }

    /** Frees the last step's arrays. */
    void end() {
        if (scope != null) {
            scope.close();
            scope = null;
        }
    }

    private final class Round implements Step {
        private final int index;
        private final Map<String, RandomStream> streams = new HashMap<>();

        Round(int index) {
            this.index = index;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public NDManager arrays() {
            return trial.arrays(); // the scope frees them, whatever their manager
        }

        @Override
        public RandomStream random(String name) {
            return streams.computeIfAbsent(name, unseen -> trial.stepStream(unseen, index));
        }

        @Override
        public NDArray normal(String name, long... shape) {
            return RunningTrial.normal(arrays(), random(name), shape);
        }

        @Override
        public NDArray uniform(String name, long... shape) {
            return RunningTrial.uniform(arrays(), random(name), shape);
        }
    }
}
