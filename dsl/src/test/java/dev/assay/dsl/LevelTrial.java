package dev.assay.dsl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.Level;
import dev.assay.Metered;
import dev.assay.RandomStream;
import dev.assay.Step;
import dev.assay.Trial;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A trial that knows its levels and nothing else. */
record LevelTrial(Map<String, String> levels) implements Trial {
    @Override
    public <T> T at(Level<T> level) {
        String text = levels.get(level.name());
        if (text == null) {
            throw new IllegalArgumentException("no level " + level.name());
        }
        return level.parse().apply(text);
    }

    private static UnsupportedOperationException onlyLevels() {
        return new UnsupportedOperationException("this trial knows levels only");
    }

    @Override
    public RandomStream random(String name) {
        throw onlyLevels();
    }

    @Override
    public RandomStream random(String name, long index) {
        throw onlyLevels();
    }

    @Override
    public NDManager arrays() {
        throw onlyLevels();
    }

    @Override
    public NDArray normal(String name, long... shape) {
        throw onlyLevels();
    }

    @Override
    public NDArray uniform(String name, long... shape) {
        throw onlyLevels();
    }

    @Override
    public Iterable<Step> steps(int full) {
        throw onlyLevels();
    }

    @Override
    public int effort(int full) {
        throw onlyLevels();
    }

    @Override
    public <T> T shared(String name, Function<Trial, T> supplier) {
        throw onlyLevels();
    }

    @Override
    public <T> T sharedAtAllLevels(String name, Function<Trial, T> supplier) {
        throw onlyLevels();
    }

    @Override
    public <T> Metered<T> meter(int warmups, int repeats, Supplier<T> work) {
        throw onlyLevels();
    }

    @Override
    public <T> T round(Supplier<T> work) {
        throw onlyLevels();
    }

    @Override
    public void curve(String name, double x, double y) {
        throw onlyLevels();
    }
}
