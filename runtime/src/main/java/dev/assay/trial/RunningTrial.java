package dev.assay.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.assay.Effort;
import dev.assay.Level;
import dev.assay.Metered;
import dev.assay.RandomStream;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.engine.ArrayScope;
import dev.assay.engine.ByteCounter;
import dev.assay.record.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A trial that runs in this process. */
final class RunningTrial implements Trial, AutoCloseable {
    private final Surroundings surroundings;
    private final Map<String, String> levels;
    private final StreamKeys keys;
    private final Streams streams;
    private final Map<String, Points> curves = new LinkedHashMap<>();
    private @Nullable NDManager manager;
    private final List<ArrayScope.Kept> closing = new ArrayList<>();
    private @Nullable ByteCounter counter;
    private @Nullable Steps steps;

    /**
     * What a trial shares with the others of its seed.
     *
     * @param engine makes a manager of arrays; called only by a trial that wants arrays
     * @param factors the names of the plan's factors
     * @param shared what trials of the seed computed for each other
     */
    record Surroundings(
            Effort effort,
            Supplier<NDManager> engine,
            List<String> factors,
            SharedValues shared,
            Machine machine,
            Runnable alive) {}

    private record Points(List<Double> x, List<Double> y) {}

    RunningTrial(Surroundings surroundings, Map<String, String> levels, StreamKeys keys) {
        this.surroundings = surroundings;
        this.levels = levels;
        this.keys = keys;
        this.streams = new Streams(keys);
    }

    @Override
    public <T> T at(Level<T> level) {
        String text = levels.get(level.name());
        if (text == null) {
            throw new IllegalArgumentException(
                    "this trial's cell has no level '" + level.name() + "'; its levels are " + levels);
        }
        return level.parse().apply(text);
    }

    @Override
    public RandomStream random(String name) {
        return streams.get(name);
    }

    @Override
    public RandomStream random(String name, long index) {
        return streams.get(name, index);
    }

    @Override
    public NDManager arrays() {
        if (manager == null) {
            manager = surroundings.engine().get();
        }
        return manager;
    }

    @Override
    public NDArray normal(String name, long... shape) {
        return normal(arrays(), random(name), shape);
    }

    @Override
    public NDArray uniform(String name, long... shape) {
        return uniform(arrays(), random(name), shape);
    }

    static NDArray normal(NDManager manager, RandomGenerator random, long... shape) {
        float[] draws = new float[Math.toIntExact(new Shape(shape).size())];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = (float) random.nextGaussian();
        }
        return manager.create(draws, new Shape(shape));
    }

    static NDArray uniform(NDManager manager, RandomGenerator random, long... shape) {
        float[] draws = new float[Math.toIntExact(new Shape(shape).size())];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = random.nextFloat();
        }
        return manager.create(draws, new Shape(shape));
    }

    @Override
    public Iterable<Step> steps(int full) {
        int rounds = effort(full);
        return () -> new Steps(this, rounds);
    }

    @Override
    public <T> T round(Supplier<T> work) {
        try (ArrayScope scope = openScope()) {
            return work.get();
        }
    }

    @Override
    public int effort(int full) {
        return surroundings.effort().of(full);
    }

    @Override
    public <T> T shared(String name, Function<Trial, T> supplier) {
        Map<String, String> setting = new LinkedHashMap<>(levels);
        setting.keySet().retainAll(surroundings.factors());
        return shared(setting, name, supplier);
    }

    @Override
    public <T> T sharedAtAllLevels(String name, Function<Trial, T> supplier) {
        return shared(Map.of(), name, supplier);
    }

    private <T> T shared(Map<String, String> setting, String name, Function<Trial, T> supplier) {
        return surroundings.shared().get(new SharedValues.Key(setting, name), () -> compute(name, setting, supplier));
    }

    private <T> T compute(String name, Map<String, String> setting, Function<Trial, T> supplier) {
        RunningTrial own =
                new RunningTrial(surroundings, setting, new StreamKeys(keys.experiment(), keys.seed(), scope(name)));
        surroundings.shared().closeWithSeed(own);
        ArrayScope scope = ArrayScope.open();
        try {
            return supplier.apply(own);
        } finally {
            own.endSteps();
            surroundings.shared().closeWithSeed(scope.closeLater());
        }
    }

    private String scope(String name) {
        return keys.scope() + "/" + name;
    }

    @Override
    public <T> Metered<T> meter(int warmups, int repeats, Supplier<T> work) {
        if (warmups < 0 || repeats < 1) {
            throw new IllegalArgumentException(
                    "a measurement takes at least 0 warm-ups and 1 repeat, not " + warmups + " and " + repeats);
        }
        Map<String, Long> positions = streams.positions();
        List<Double> millis = new ArrayList<>();
        List<T> values = new ArrayList<>();
        List<Long> peaks = new ArrayList<>();
        surroundings.machine().measure(() -> {
            for (int i = 0; i < warmups + repeats; i++) {
                streams.rewind(positions);
                boolean last = i == warmups + repeats - 1;
                boolean counted = i == 0; // counting costs time, so it is done where time counts least
                ByteCounter bytes = new ByteCounter();
                counter = counted ? bytes : null;
                ArrayScope scope = counted ? ArrayScope.open(bytes) : ArrayScope.open();
                long start = System.nanoTime();
                try {
                    T value = work.get();
                    if (i >= warmups) {
                        millis.add((System.nanoTime() - start) / 1e6);
                    }
                    if (last) {
                        values.add(value);
                    }
                } finally {
                    endSteps();
                    counter = null;
                    peaks.add(bytes.peak());
                    if (last) {
                        closing.add(scope.closeLater()); // the value may hold arrays
                    } else {
                        scope.close();
                    }
                }
                surroundings.alive().run();
            }
        });
        return new Metered<>(values.get(0), median(millis), peaks.get(0));
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    @Override
    public void curve(String name, double x, double y) {
        if (Double.isNaN(y)) {
            throw new DivergedException("curve '" + name + "' is NaN at " + x);
        }
        Points points = curves.computeIfAbsent(name, unseen -> new Points(new ArrayList<>(), new ArrayList<>()));
        points.x().add(x);
        points.y().add(y);
    }

    List<Curve> curves() {
        return curves.entrySet().stream()
                .map(curve -> new Curve(
                        curve.getKey(), curve.getValue().x(), curve.getValue().y()))
                .toList();
    }

    RandomStream stepStream(String name, int index) {
        return RandomStream.of(keys.of("step " + name, index));
    }

    /** Makes this the trial's loop; one that was left with {@code break} ends here. */
    void begin(Steps loop) {
        endSteps();
        steps = loop;
    }

    /** Opens the scope of a step of this loop, and says that the trial is alive. */
    ArrayScope beginStep(Steps loop) {
        if (steps != loop) {
            throw new IllegalStateException(
                    "another loop of steps began within this one; a trial has one loop at a time, so use a plain for inside");
        }
        return openScope();
    }

    private ArrayScope openScope() {
        surroundings.alive().run();
        surroundings.machine().step();
        return counter == null ? ArrayScope.open() : ArrayScope.open(counter);
    }

    private void endSteps() {
        if (steps != null) {
            steps.end();
            steps = null;
        }
    }

    @Override
    public void close() {
        endSteps();
        for (ArrayScope.Kept metered : closing) {
            metered.close();
        }
        closing.clear();
        if (manager != null) {
            manager.close();
        }
    }

    @Override
    public String toString() {
        return keys.experiment() + Arrays.asList(levels, keys.seed(), keys.scope());
    }
}
