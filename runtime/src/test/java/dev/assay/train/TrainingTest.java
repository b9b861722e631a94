package dev.assay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import dev.assay.Trial;
import dev.assay.record.Curve;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingTest {

    private static Training onBlobs(Trial trial, Net net) {
        return Training.of(trial, net)
                .on(Toys.blobs(trial, "train", 600))
                .batch(32)
                .epochs(15)
                .optimizer(Optimizer.adam(5e-3));
    }

    private static Net mlp(Trial trial) {
        return Net.of(trial, "mlp", Nets.mlp(16, 3), 2);
    }

    @Test
    void reachesTheAccuracyOfTheBayesRuleOnBlobs() {
        // Each blob's centre lies 2.6 standard deviations from either border, so that a little over 99 % are separable.
        Predictions test = InTrial.run(trial -> {
            Fitted fitted = onBlobs(trial, mlp(trial)).fit();
            assertThat(fitted.epochs()).isEqualTo(15);
            return fitted.predict(Toys.blobs(trial, "test", 900));
        });
        assertThat(test.accuracy()).isGreaterThan(0.975);
        assertThat(test.nll()).isLessThan(0.1);
    }

    @Test
    void givesTheSameBitsWhenRunTwice() {
        float[][] once = InTrial.run(t -> onBlobs(t, mlp(t)).fit().outputs(Toys.blobs(t, "test", 50)));
        float[][] again = InTrial.run(t -> onBlobs(t, mlp(t)).fit().outputs(Toys.blobs(t, "test", 50)));
        float[][] otherSeed = InTrial.run(1, t -> onBlobs(t, mlp(t)).fit().outputs(Toys.blobs(t, "test", 50)));
        assertThat(again).isDeepEqualTo(once);
        assertThat(otherSeed[0]).isNotEqualTo(once[0]);
    }

    @Test
    void aSecondFitGoesOnWithFreshMomentsAndItsOwnOrder() {
        InTrial.run(trial -> {
            Net net = mlp(trial);
            Params start = net.params().copy();
            Training training = onBlobs(trial, net).epochs(1);
            training.fit();
            float[] first = net.params().get("01Linear_weight").toFloatArray();
            net.params().set(start);
            training.fit();
            assertThat(net.params().get("01Linear_weight").toFloatArray()).isNotEqualTo(first);
            return 0;
        });
    }

    @Test
    void recordsTheLossOfEachEpoch() {
        var record = InTrial.record(0, trial -> {
            onBlobs(trial, mlp(trial)).validate(Toys.blobs(trial, "valid", 60)).fit();
            return 0.0;
        });
        assertThat(record.curves()).extracting(Curve::name).containsExactly("mlp loss", "mlp validation loss");
        Curve loss = record.curves().get(0);
        assertThat(loss.x()).hasSize(15);
        assertThat(loss.y().get(14)).isLessThan(loss.y().get(0) / 3);
    }

    @Test
    void stopsWithinAnEpochWhenATargetIsReached() {
        Fitted fitted = InTrial.run(trial -> onBlobs(trial, mlp(trial))
                .validate(Toys.blobs(trial, "valid", 300))
                .until("accuracy", 0.9, Predictions::accuracy)
                .fit());
        assertThat(fitted.reached()).isTrue();
        assertThat(fitted.epochs()).isLessThan(10);
        assertThat(fitted.epochs() * 19)
                .as("looked at 4 of 19 steps")
                .isIn(java.util.stream.IntStream.rangeClosed(0, 40)
                        .mapToObj(i -> (double) (i / 4 * 19 + new int[] {0, 5, 10, 15}[i % 4]))
                        .toList());
    }

    @Test
    void notesWhenATargetIsReachedAndGoesOn() {
        Fitted stopped = InTrial.run(trial -> onBlobs(trial, mlp(trial))
                .validate(Toys.blobs(trial, "valid", 300))
                .until("accuracy", 0.9, Predictions::accuracy)
                .fit());
        Fitted noted = InTrial.run(trial -> onBlobs(trial, mlp(trial))
                .validate(Toys.blobs(trial, "valid", 300))
                .note("accuracy", 0.9, Predictions::accuracy)
                .fit());
        assertThat(noted.epochsToTarget()).isEqualTo(stopped.epochs()).isEqualTo(stopped.epochsToTarget());
        assertThat(noted.epochs()).isGreaterThan(stopped.epochs()).isEqualTo(Math.rint(noted.epochs()));
        Fitted never = InTrial.run(trial -> onBlobs(trial, mlp(trial))
                .validate(Toys.blobs(trial, "valid", 300))
                .note("accuracy", 1.1, Predictions::accuracy)
                .fit());
        assertThat(never.reached()).isFalse();
        assertThat(never.epochsToTarget()).isInfinite();
    }

    @Test
    void learnsSequencesAndPredictsEachOfTheirMoments() {
        InTrial.run(trial -> {
            int[][] x = new int[64][6];
            int[][] labels = new int[64][6];
            for (int i = 0; i < 64; i++) {
                for (int t = 0; t < 6; t++) {
                    x[i][t] = trial.random("x").nextInt(3);
                    labels[i][t] = t == 0 ? 0 : x[i][t - 1]; // what came before
                }
            }
            Data data = Data.ofSequences(trial, x, labels);
            Net net = Net.of(trial, "gru", Nets.sequence(Nets.embedding(3, 8), Nets.gru(16), Nets.linear(3)), 6);
            Predictions before =
                    Training.of(trial, net).on(data).batch(16).fit().predict(data);
            assertThat(before.size()).isEqualTo(64 * 6);
            assertThat(before.label(6 + 3)).isEqualTo(x[1][2]);
            Fitted fitted = Training.of(trial, net)
                    .on(data)
                    .batch(16)
                    .epochs(60)
                    .optimizer(Optimizer.adam(0.01))
                    .fit();
            assertThat(fitted.predict(data).accuracy()).isGreaterThan(0.95);
            assertThat(fitted.predict(data.rows(5, 3)).label(7)).isEqualTo(x[3][0]);
            return 0;
        });
    }

    /** Rows of which one in three has another's label, so that learning them by heart costs validation loss. */
    private static Data mislabelled(Trial trial) {
        Data rows = Toys.blobs(trial, "train", 30);
        int[] from = new int[30];
        for (int i = 0; i < 30; i++) {
            from[i] = i % 9 < 3 ? (i + 1) % 30 : i;
        }
        return Data.of(rows.x(), rows.rows(from).y());
    }

    @Test
    void givesUpWhenPatienceEndsAndRestoresTheBestWeights() {
        InTrial.run(trial -> {
            Data valid = Toys.blobs(trial, "valid", 60);
            Net net = mlp(trial);
            Training training = Training.of(trial, net)
                    .on(mislabelled(trial))
                    .batch(10)
                    .epochs(300)
                    .optimizer(Optimizer.adam(0.03));
            Params start = net.params().copy();
            Fitted stopped = training.validate(valid).patience(5).restoreBest().fit();
            assertThat(stopped.epochs()).isLessThan(300);
            double best = Evaluation.loss(trial, net, valid, Loss.crossEntropy());
            net.params().set(start);
            training.patience(300).epochs((int) stopped.epochs()).fit();
            double bestAgain = Evaluation.loss(trial, net, valid, Loss.crossEntropy());
            Net on = net.copy();
            Training.of(trial, on)
                    .on(mislabelled(trial))
                    .batch(10)
                    .epochs(100)
                    .optimizer(Optimizer.adam(0.03))
                    .fit();
            double byHeart = Evaluation.loss(trial, on, valid, Loss.crossEntropy());
            assertThat(best).isLessThan(byHeart / 2);
            assertThat(bestAgain).isLessThan(byHeart / 2);
            return 0;
        });
    }

    @Test
    void leavesFrozenWeightsAndAddsAPenalty() {
        InTrial.run(trial -> {
            Net net = mlp(trial);
            float[] before = net.params().get("01Linear_weight").toFloatArray();
            onBlobs(trial, net)
                    .freeze(name -> name.startsWith("01"))
                    .penalty(w -> w.only(name -> name.equals("04Linear_weight"))
                            .map((n, a) -> a.mul(100))
                            .dot(w.only(name -> name.equals("04Linear_weight"))))
                    .fit();
            assertThat(net.params().get("01Linear_weight").toFloatArray()).isEqualTo(before);
            for (float weight : net.params().get("04Linear_weight").toFloatArray()) {
                assertThat(weight).isBetween(-0.05f, 0.05f);
            }
            return 0;
        });
    }

    @Test
    void weightsBehindAMaskKeepTheirValuesToTheBit() {
        InTrial.run(trial -> {
            for (Optimizer optimizer :
                    List.of(Optimizer.adam(0.05), Optimizer.sgd(0.1).momentum(0.9))) {
                Net net = mlp(trial);
                NDArray weight = net.params().get("01Linear_weight");
                float[] before = weight.toFloatArray();
                float[] kept = new float[before.length];
                for (int i = 0; i < kept.length; i++) {
                    kept[i] = i % 3 == 0 ? 1 : 0;
                    before[i] *= i % 3 == 1 ? 0 : 1; // some behind the mask are pruned, others stand
                }
                net.params().set("01Linear_weight", before);
                Params mask = net.params()
                        .map((name, w) -> name.equals("01Linear_weight")
                                ? trial.arrays().create(kept, w.getShape())
                                : w.onesLike());
                onBlobs(trial, net).masked(mask).optimizer(optimizer).epochs(2).fit();
                float[] after = net.params().get("01Linear_weight").toFloatArray();
                for (int i = 0; i < kept.length; i++) {
                    if (kept[i] == 1) {
                        assertThat(after[i]).isNotEqualTo(before[i]);
                    } else {
                        assertThat(after[i]).isEqualTo(before[i]);
                    }
                }
            }
            return 0;
        });
    }

    @Test
    void aMaskOfOnesChangesNothing() {
        float[] plain = InTrial.run(trial -> {
            Net net = mlp(trial);
            onBlobs(trial, net).fit();
            return net.params().get("04Linear_weight").toFloatArray();
        });
        float[] masked = InTrial.run(trial -> {
            Net net = mlp(trial);
            onBlobs(trial, net)
                    .masked(net.params().map((name, w) -> w.onesLike()))
                    .fit();
            return net.params().get("04Linear_weight").toFloatArray();
        });
        assertThat(masked).isEqualTo(plain);
    }

    @Test
    void refusesAMaskThatFitsOtherWeights() {
        InTrial.run(trial -> {
            Net net = mlp(trial);
            assertThatThrownBy(() -> onBlobs(trial, net)
                            .masked(net.params().map((name, w) -> w.onesLike()).only(name -> name.startsWith("01")))
                            .fit())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("it needs a number for each weight");
            return 0;
        });
    }

    @Test
    void saysWhatIsMissing() {
        InTrial.run(trial -> {
            assertThatThrownBy(() -> Training.of(trial, mlp(trial)).fit())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("on(data)");
            assertThatThrownBy(() -> onBlobs(trial, mlp(trial)).patience(3).fit())
                    .hasMessageContaining("validate(data)");
            assertThatThrownBy(() -> Training.of(trial, mlp(trial)).batch(0)).hasMessageContaining("not 0");
            return 0;
        });
    }

    @Test
    void leavesNoArrayBehind() {
        InTrial.run(trial -> {
            Net net = Net.of(trial, "cnn", Nets.cnn(Nets::batchNorm, 3), 1, 8, 8);
            Data data = Data.of(
                    trial.normal("x", 32, 1, 8, 8), Toys.blobs(trial, "y", 32).y());
            Training training = Training.of(trial, net)
                    .on(data)
                    .validate(data)
                    .restoreBest()
                    .batch(8)
                    .epochs(2);
            int before = trial.arrays().getManagedArrays().size();
            training.fit();
            assertThat(trial.arrays().getManagedArrays()).hasSize(before);
            return 0;
        });
    }
}
