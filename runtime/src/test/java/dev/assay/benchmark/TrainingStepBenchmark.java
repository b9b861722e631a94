package dev.assay.benchmark;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;

import dev.assay.Effort;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import dev.assay.train.Data;
import dev.assay.train.Net;
import dev.assay.train.Nets;
import dev.assay.train.Optimizer;
import dev.assay.train.Training;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of training a 64-128-64-10 ReLU net with Adam on a batch of 64 rows of 1,024: through {@link Training} inside a
 * trial, {@link ByHand} on DJL's gradient
 * collector, blocks and Adam, and {@link ByTrainer}. Each invocation makes a net and takes 1,600 steps.
 *
 * <p>From the project, with ENGINE one of MXNet and PyTorch:
 *
 * <pre>
 * mvn -q -pl runtime -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * cd runtime
 * OMP_NUM_THREADS=1 MXNET_ENGINE_TYPE=NaiveEngine OPT_OUT_TRACKING=true java \
 *     -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main TrainingStep \
 *     -jvmArgsAppend "-Dai.djl.default_engine=ENGINE -Dai.djl.offline=true \
 *     -Dai.djl.pytorch.num_threads=1 -Dai.djl.pytorch.num_interop_threads=1"
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TrainingStepBenchmark {
    private static final int ROWS = 1024;
    private static final int BATCH = 64;
    private static final int EPOCHS = 100;
    private static final int STEPS = EPOCHS * ROWS / BATCH;

    private final float[][] rows = new float[ROWS][64];
    private final int[] classes = new int[ROWS];

    public TrainingStepBenchmark() {
        RandomStream random = RandomStream.of(1);
        for (int i = 0; i < ROWS; i++) {
            classes[i] = random.nextInt(10);
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = (float) random.nextGaussian();
            }
        }
    }

    /** Through this project. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double training() {
        return inTrial(this::train);
    }

    /** As a user of DJL would write it. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double byHand() {
        return inTrial(trial -> ByHand.train(trial.arrays(), rows, classes, EPOCHS, BATCH));
    }

    /** Through DJL's data set and trainer. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double byTrainer() {
        return inTrial(trial -> ByTrainer.train(trial.arrays(), rows, classes, EPOCHS, BATCH));
    }

    private double train(Trial trial) {
        return Training.of(trial, Net.of(trial, "mlp", Nets.mlp(128, 64, 10), 64))
                .on(Data.of(trial, rows, classes, 10))
                .batch(BATCH)
                .epochs(EPOCHS)
                .optimizer(Optimizer.adam(1e-3))
                .fit()
                .epochs();
    }

    private static double inTrial(Function<Trial, Double> body) {
        Executable<Double> executable = experiment("step", e -> {
            e.title("A step");
            e.asks("How long does it take?");
            e.variant("body", v -> {
                v.baseline();
                v.trial(body);
            });
            e.variant("other", v -> v.trial(t -> 0.0));
            e.metric("value", LOWER, value -> value);
            e.claim(that("body").beats("other").on("value"));
        });
        EngineName engine = EngineName.parse(System.getProperty("ai.djl.default_engine", "MXNet"));
        try (TrialRunner<Double> runner = TrialRunner.of(executable, Effort.FULL, engine, Machine.alone(), () -> {})) {
            TrialRecord record = runner.run(new Cell("body", Map.of()), 0);
            if (record.status() != Status.OK) {
                throw new IllegalStateException(record.failure() + " in the benchmark");
            }
            return record.seconds();
        }
    }
}
