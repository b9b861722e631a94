package dev.assay.experiments.adversarial;

import ai.djl.ndarray.NDArray;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.experiments.data.GaussianModes;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Learner;
import dev.assay.train.Net;
import dev.assay.train.Nets;
import dev.assay.train.Optimizer;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** A generator and a critic, who move by turns until their moves are used up. */
public final class Match {
    private static final int UNITS = 64;
    private static final int NOISE = 2;
    private static final int BATCH = 128;

    private final Trial trial;
    private final Rules rules;
    private final GaussianModes world;
    private final Net generator;
    private final Critic critic;
    private final @Nullable SpectralNorm norm;
    private final Learner critics;
    private final Learner generators;

    private Match(Trial trial, Rules rules, GaussianModes world) {
        this.trial = trial;
        this.rules = rules;
        this.world = world;
        generator = Net.of(trial, "generator", Nets.mlp(UNITS, UNITS, 2), NOISE);
        critic = Critic.of(trial, UNITS, 2);
        norm = rules.normalised() ? new SpectralNorm(trial, critic.params()) : null;
        critics = Learner.of(trial, rules.optimizer(), critic.params());
        generators = Learner.of(trial, rules.optimizer(), generator.params());
    }

    /**
     * How a match is played.
     *
     * @param game what the sides minimise
     * @param criticSteps moves of the critic before each of the generator
     * @param normalised whether the critic's matrices are divided by their norms
     * @param optimizer how both sides move
     */
    public record Rules(Game game, int criticSteps, boolean normalised, Optimizer optimizer) {}

    /**
     * Plays.
     *
     * @param updates moves of both sides together, at full effort
     * @param looks how often during the match, and at its end, somebody watches
     * @param sampleSize how many points the watcher sees
     * @param watcher takes points that the generator makes, and the number of moves so far
     */
    public static Match play(
            Trial trial,
            Rules rules,
            GaussianModes world,
            int updates,
            int looks,
            int sampleSize,
            ObjIntConsumer<double[][]> watcher) {
        Match match = new Match(trial, rules, world);
        int turn = rules.criticSteps() + 1;
        int turns = Math.max(1, updates / turn);
        int last = trial.effort(turns);
        int seen = 0;
        for (Step step : trial.steps(turns)) {
            match.critics.progress((double) step.index() / last);
            match.generators.progress((double) step.index() / last);
            match.moveCritic(step);
            match.moveGenerator(step);
            int due = (step.index() + 1) * looks / last;
            if (due > seen) {
                seen = due;
                NDArray noise = step.normal("watched noise", sampleSize, NOISE);
                watcher.accept(Rows.of(match.generator.eval(noise)), (step.index() + 1) * turn);
            }
        }
        return match;
    }

    /** The generator stands still meanwhile: what it makes for all of these moves is made in one pass. */
    private void moveCritic(Step step) {
        int points = rules.criticSteps() * BATCH;
        double[][] real = world.draw(points, step.random("real"));
        double[][] made = Rows.of(generator.eval(step.normal("noise of critic", points, NOISE)));
        for (int from = 0; from < points; from += BATCH) {
            double[][] someReal = Arrays.copyOfRange(real, from, from + BATCH);
            double[][] someMade = Arrays.copyOfRange(made, from, from + BATCH);
            Batch batch = Batch.of(step.arrays(), someReal, someMade, step.random("between"));
            if (norm != null) {
                norm.iterate();
            }
            critics.minimise(() -> rules.game().criticLoss(critic(), batch));
            rules.game().constrain(critic);
        }
    }

    private void moveGenerator(Step step) {
        NDArray real = Rows.array(step.arrays(), world.draw(BATCH, step.random("real")));
        NDArray noise = step.normal("noise", BATCH, NOISE);
        Critic judge = critic();
        generators.minimise(() -> rules.game().generatorLoss(judge, real, generator.train(noise)));
    }

    /** The critic as it scores. */
    public Critic critic() {
        return norm == null ? critic : norm.normalised();
    }

    /** The mean length of the critic's input gradient at random places between equally many real and made points. */
    public double gradientNorm(double[][] real, double[][] made) {
        double[][] between = Batch.between(real, made, trial.random("between"));
        double sum = 0;
        for (double[] gradient : Rows.of(critic().inputGradient(Rows.array(trial.arrays(), between)))) {
            sum += Math.hypot(gradient[0], gradient[1]);
        }
        return sum / real.length;
    }
}
