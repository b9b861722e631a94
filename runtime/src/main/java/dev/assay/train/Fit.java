package dev.assay.train;

import ai.djl.ndarray.NDArray;
import dev.assay.RandomStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One execution of a {@link Training}. */
final class Fit {
    private static final int LOOKS_PER_EPOCH = 4;

    private final Training training;
    private final Data data;
    private final Net net;
    private final RandomStream order;
    private final int stepsPerEpoch;
    private int steps;
    private double reachedAt = Double.POSITIVE_INFINITY;

    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private @Nullable Params best;

    Fit(Training training, Data data) {
        this.training = training;
        this.data = data;
        net = training.net;
        order = training.trial.random(net.name() + "/batches");
        stepsPerEpoch = (data.size() + training.batch - 1) / training.batch;
    }

    Fitted run() {
        Learner learner =
                Learner.of(training.trial, training.optimizer, net.params().only(training.frozen.negate()));
        if (training.mask != null) {
            learner.masked(training.mask.only(training.frozen.negate()));
        }
        try {
            for (int epoch = 1; epoch <= training.epochs; epoch++) {
                double loss = epoch(learner);
                training.trial.curve(net.name() + " loss", epoch, loss);
                if (isPatienceAtEnd(epoch) || isDone()) {
                    break;
                }
            }
        } finally {
            learner.free();
        }
        if (best != null) {
            net.params().set(best);
            best.free();
        }
        return new Fitted(training.trial, net, epochsDone(), reachedAt);
    }

    private double epoch(Learner learner) {
        return training.trial.round(() -> {
            double sum = 0;
            int seen = 0;
            for (Data batch : data.batches(order.permutation(data.size()), training.batch)) {
                learner.progress((double) steps / ((double) training.epochs * stepsPerEpoch));
                sum += batch.size() * training.trial.round(() -> step(learner, batch));
                seen += batch.size();
                steps++;
                look();
                if (isDone()) {
                    break;
                }
            }
            return sum / seen;
        });
    }

    private double step(Learner learner, Data batch) {
        Function<Params, NDArray> penalty = training.penalty;
        if (penalty == null) {
            return learner.minimise(() -> net.train(batch.x()), batch.y(), training.loss);
        }
        return learner.minimise(() ->
                training.loss.perExample(net.train(batch.x()), batch.y()).mean().add(penalty.apply(net.params())));
    }

    /** Looks whether the target is reached, when it is time to. */
    private void look() {
        Training.Target target = training.target;
        if (target == null || training.valid == null) {
            return;
        }
        int inEpoch = (steps - 1) % stepsPerEpoch + 1;
        int looks = Math.min(LOOKS_PER_EPOCH, stepsPerEpoch);
        if (inEpoch * looks / stepsPerEpoch == (inEpoch - 1) * looks / stepsPerEpoch) {
            return;
        }
        double value = target.metric().applyAsDouble(Evaluation.predict(training.trial, net, training.valid));
        training.trial.curve(net.name() + " " + target.name(), epochsDone(), value);
        if (value >= target.value()) {
            reachedAt = Math.min(reachedAt, epochsDone());
        }
    }

    private double epochsDone() {
        return (double) steps / stepsPerEpoch;
    }

    private boolean isDone() {
        return training.target != null && training.target.stops() && reachedAt <= epochsDone();
    }

    private boolean isPatienceAtEnd(int epoch) {
        if (training.valid == null) {
            return false;
        }
        double loss = Evaluation.loss(training.trial, net, training.valid, training.loss);
        training.trial.curve(net.name() + " validation loss", epoch, loss);
        if (loss < bestLoss) {
            bestLoss = loss;
            bestEpoch = epoch;
            if (training.restoreBest) {
                keepBest();
            }
        }
        return training.patience > 0 && epoch - bestEpoch >= training.patience;
    }

    private void keepBest() {
        if (best == null) {
            best = net.params().copy();
        } else {
            best.set(net.params());
        }
    }
}
