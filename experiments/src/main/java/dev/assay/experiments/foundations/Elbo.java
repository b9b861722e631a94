package dev.assay.experiments.foundations;

import static dev.assay.Better.HIGHER;
import static dev.assay.Better.LOWER;
import static dev.assay.Better.NEITHER;
import static dev.assay.train.Optimizer.adam;

import dev.assay.Claim;
import dev.assay.Experiment;
import dev.assay.Figure;
import dev.assay.Levels;
import dev.assay.Metric;
import dev.assay.Plot;
import dev.assay.Trial;
import dev.assay.Variant;
import dev.assay.chart.Chart;
import dev.assay.chart.Pictures;
import dev.assay.experiments.data.Digits;
import dev.assay.experiments.data.Table;
import dev.assay.experiments.sampling.Normal;
import dev.assay.experiments.variational.BinaryVae;
import dev.assay.experiments.variational.CoordinateAscent;
import dev.assay.experiments.variational.Factorisation;
import dev.assay.experiments.variational.Gap;
import dev.assay.experiments.variational.LinearVae;
import dev.assay.experiments.variational.LinearWorld;
import dev.assay.train.Optimizer;
import dev.assay.train.Schedule;
import java.util.Arrays;
import java.util.List;

/**
 * How probable are these data under this model? With hidden causes z the answer log p(x) = log ∫ p(x, z) dz is an integral that
 * nobody can do. For any distribution q one can do something else: log p(x) = ELBO(q) + KL(q(z) ‖ p(z | x)), where the first term,
 * E_q[log p(x, z) − log q(z)], asks only for what is known. The second is not negative; so the first is a lower bound on the
 * evidence, and to raise it is to bring q closer to the posterior. One climbs a bound and gets an approximation for nothing.
 *
 * <p><b>What.</b> Here the integral can be done: z is normal, x linear in z with normal noise, and the evidence a formula. So every
 * bound is held against what it bounds. <i>Mean field</i> climbs with independent normals, one coordinate at a time; a
 * <i>full covariance</i> leaves nothing out. A <i>variational autoencoder</i>, a linear one, does not know the model: it learns a
 * decoder, and beside it an encoder that gives q for every x at once, by gradients through z = m(x) + s ε. And several draws bound
 * better than one: the <i>importance-weighted</i> bound E log (1/K) Σ p(x, z)/q(z) is the ELBO at K = 1 and the evidence in the
 * limit. It is evaluated on the q of mean field and of the autoencoder as they were trained.
 *
 * <p><b>Why they differ.</b> The gap is KL(q ‖ p(z | x)), so it is what the family cannot say. For mean field that is known
 * beforehand, ½(Σ log Λᵢᵢ − log|Λ|), with Λ the posterior's precision: nothing to do with the data or the climbing, all with how the
 * latent coordinates are entangled. The autoencoder's q has independent coordinates as well, and yet its gap shrinks: it
 * may turn its decoder, and turns it until the posterior is one that its q can say (Lucas et al. 2019). Its bound is judged against
 * the evidence of its own decoder, whose mean is {@code evidence}.
 *
 * <p><b>When it fails.</b> A bound near the evidence of a bad model is a bad model's; the two terms cannot be told apart where the
 * evidence is unknown, and a decoder that is bent to suit q is a bias in what is learnt. The importance-weighted bound is tight and
 * its gradients poor: the better the bound, the less its signal says about q (Rainforth et al. 2018). And a bound estimated by few
 * draws can come out above the evidence; the bound is on the mean.
 *
 * <p><b>How it is measured.</b> Twelve observed coordinates, four latent, 2,000 rows to learn from, 500 held out, of which all
 * bounds are averages. Bounds in closed form are computed in double precision; the identity log p = ELBO + KL adds three formulas,
 * each of which is computed without the others, by a d×d covariance, by the residual, and by the k×k posterior. Importance-weighted
 * bounds are means of ten estimates a row, and {@code violation} is what is left of them above the evidence after 4 standard errors.
 * The autoencoder takes 2,000 steps on 64 rows with full effort, half of them with quick. Digits are for the eye: their evidence is
 * unknown, and {@code digitsGain} says only how much 50 draws improve on one.
 *
 * <p><b>Sources.</b> Jordan, Ghahramani, Jaakkola, Saul 1999, and Bishop 2006, chapter 10 (the bound, mean field); Kingma, Welling
 * 2014 (the autoencoder); Burda, Grosse, Salakhutdinov 2016 (importance weighting); Tipping, Bishop 1999 (the linear model); Lucas,
 * Tucker, Grosse, Norouzi, Don't blame the ELBO, 2019; Rainforth et al., Tighter variational bounds are not necessarily better, 2018.
 *
 * <p><b>Deviations.</b>
 *
 * <ol>
 *   <li>The guide takes cross-entropy on grey pixels for a likelihood. It is none; digits are made black and white first.
 *   <li>The guide trains on MNIST, where no bound can be checked. Here that is done for the pictures only, on 8×8 digits.
 *   <li>Mean field and full covariance know the model that made the data, and need no gradients: each block of coordinates goes to
 *       its optimum. With one block that is the posterior after one update.
 *   <li>"The ELBO" that 50 draws must beat is that of the same q. There are two such q, so the claim is staked twice.
 *   <li>The autoencoder's divergence from the prior is in closed form; only the reconstruction is sampled.
 * </ol>
 *
 * <p>Tuning: learning rates are the best of three on rows of tuning seeds; the grid stands in the source.
 */
@Experiment(
        question = 4,
        title = "The evidence lower bound",
        asks = "How far below the evidence is the bound that is climbed in its stead, and what closes the gap?")
@Claim(that = "importanceWeighted(q=MEAN_FIELD, samples=50)", beats = "meanField", on = "gap")
@Claim(that = "importanceWeighted(q=VAE, samples=50)", beats = "vae", on = "gap")
@Claim(that = "fullCovariance", beats = "meanField", on = "gap")
@Claim(that = "*", on = "identityError", atMost = 1e-9)
@Claim(that = "*", on = "violation", atMost = 1e-9)
@Claim(that = "meanField", on = "optimumError", atMost = 1e-9)
@Plot(of = "gap", against = "importanceWeighted.samples", log = true)
public record Elbo() {
    static final int LATENT = 4;
    private static final int OBSERVED = 12;
    private static final int TRAIN = 2000;
    private static final int HELD_OUT = 500;
    private static final int REPEATS = 10;
    private static final int STEPS = 2000;
    private static final int DIGIT_STEPS = 1000;
    private static final double VAE_RATE = 1e-1;
    private static final double DIGITS_RATE = 1e-2;
    static final int TEST_DIGITS = 300;
    private static final int SHOWN = 8;

    /** Of which trained approximation the draws come. */
    public enum Source {
        /** Independent normals under the true model. */
        MEAN_FIELD,
        /** The autoencoder's encoder, under its own decoder. */
        VAE
    }

    /** What a variant gives. */
    sealed interface Outcome {}

    /** What all give but the digits. */
    sealed interface Bound extends Outcome {
        Gap gap();
    }

    /** A bound in closed form, with how far the identity log p = ELBO + KL is from holding. */
    sealed interface Closed extends Bound {
        double identityError();
    }

    /** Of a q that is a product over blocks, with the gap that the best such q has. */
    record Factorised(Gap gap, double identityError, double smallestGap) implements Closed {}

    /** Of an encoder. */
    record Encoded(Gap gap, double identityError) implements Closed {}

    /** A bound by sampling. */
    record Sampled(Gap gap) implements Bound {}

    /** A trained autoencoder of digits, in pictures and bounds. */
    record DigitsLearnt(Pictures reconstructions, Pictures samples, double bound, double bound50) implements Outcome {}

    /** An independent normal for each latent coordinate, under the true model. */
    @Variant(baseline = true)
    Factorised meanField(Trial t) {
        LinearWorld world = world(t);
        return factorised(t, world, Factorisation.meanField(LATENT), meanFieldFit(t, world));
    }

    /** One normal of full covariance, under the true model. */
    @Variant
    Factorised fullCovariance(Trial t) {
        LinearWorld world = world(t);
        Factorisation full = Factorisation.full(LATENT);
        return factorised(t, world, full, CoordinateAscent.run(world.model(), world.heldOut(), full));
    }

    /** A linear autoencoder, which learns model and approximation together. */
    @Variant
    Encoded vae(Trial t) {
        LinearWorld world = world(t);
        LinearVae vae = trained(t, world);
        for (LinearVae.Look look : vae.looks()) {
            t.curve("bound while the autoencoder trains", look.step(), look.bound());
            t.curve("evidence while the autoencoder trains", look.step(), look.evidence());
        }
        List<Normal> fits = vae.fits(world.heldOut());
        return new Encoded(
                Gap.exact(vae.decoder(), world.heldOut(), fits),
                Gap.identityError(vae.decoder(), world.heldOut(), fits));
    }

    /** Several draws of a q that was trained on one. */
    @Variant
    Sampled importanceWeighted(Trial t, Source q, @Levels({"5", "50"}) int samples) {
        LinearWorld world = world(t);
        double[][] x = world.heldOut();
        if (q == Source.MEAN_FIELD) {
            List<Normal> fits = meanFieldFit(t, world).fits();
            return new Sampled(Gap.sampled(world.model(), x, fits, samples, REPEATS, t.random("draws")));
        }
        LinearVae vae = trained(t, world);
        return new Sampled(Gap.sampled(vae.decoder(), x, vae.fits(x), samples, REPEATS, t.random("draws")));
    }

    /** For the pictures: an autoencoder of black and white digits. */
    @Variant
    DigitsLearnt digits(Trial t) {
        Table all = Digits.all();
        int[] order = t.random("split").permutation(all.size());
        float[][] test = Digits.binary(all.rows(Arrays.copyOf(order, TEST_DIGITS)));
        float[][] train = Digits.binary(all.rows(Arrays.copyOfRange(order, TEST_DIGITS, order.length)));
        BinaryVae vae = learnDigits(t, train, DIGITS_RATE);
        float[][] shown = Arrays.copyOf(test, SHOWN);
        return new DigitsLearnt(
                Digits.pictures(SHOWN, shown, vae.reconstructions(shown)),
                Digits.pictures(SHOWN, vae.samples(3 * SHOWN, t.random("prior"))),
                vae.bound(test, 1, t.random("one draw")),
                vae.bound(test, 50, t.random("fifty draws")));
    }

    /** Mean log p(x) − bound over the held-out rows. */
    @Metric(better = LOWER, unit = "nats")
    static double gap(Bound bound) {
        return bound.gap().gap();
    }

    /** Mean log p(x) of the held-out rows, under the variant's own model. */
    @Metric(better = HIGHER, unit = "nats")
    static double evidence(Bound bound) {
        return bound.gap().evidence();
    }

    /** How far the bound is above the evidence, after 4 standard errors where it is sampled. */
    @Metric(better = LOWER, unit = "nats")
    static double violation(Bound bound) {
        return bound.gap().violation();
    }

    /** The largest |log p(x) − ELBO − KL(q ‖ p(z | x))| among the held-out rows. */
    @Metric(better = LOWER, unit = "nats")
    static double identityError(Closed bound) {
        return bound.identityError();
    }

    /** |gap − ½(Σ log|Λ_BB| − log|Λ|)|: how far the climb ended from the optimum in closed form. */
    @Metric(better = LOWER, unit = "nats")
    static double optimumError(Factorised bound) {
        return Math.abs(bound.gap().gap() - bound.smallestGap());
    }

    /** The evidence lower bound of test digits, by one draw a picture. */
    @Metric(better = HIGHER, unit = "nats")
    static double digitsBound(DigitsLearnt digits) {
        return digits.bound();
    }

    /** By how much fifty draws a picture raise it. */
    @Metric(better = NEITHER, unit = "nats")
    static double digitsGain(DigitsLearnt digits) {
        return digits.bound50() - digits.bound();
    }

    /** Test digits above; below, the probability of ink once they have gone through eight numbers. */
    @Figure("Digits and their reconstructions")
    static Chart reconstructions(DigitsLearnt digits) {
        return digits.reconstructions();
    }

    /** What the decoder makes of eight normal numbers: the probability of ink. */
    @Figure("Samples from the prior")
    static Chart samples(DigitsLearnt digits) {
        return digits.samples();
    }

    private static CoordinateAscent meanFieldFit(Trial t, LinearWorld world) {
        return t.shared(
                "mean field",
                s -> CoordinateAscent.run(world.model(), world.heldOut(), Factorisation.meanField(LATENT)));
    }

    /*
     * The learning rates, each the best of those tried by the mean bound of validation rows in nats, mean of 3 tuning seeds that are
     * never judged, quick effort, PyTorch (TuningOfElbo). The linear autoencoder's .1 and .3 are level; 1 gave -21.18.
     *
     *                  1e-3     3e-3     1e-2     3e-2     1e-1     3e-1
     * linear VAE     -27.35   -23.23   -21.36   -21.19   -21.17   -21.16
     * digits         -22.48   -20.09   -19.20   -19.50  -840.73
     */
    private static LinearVae trained(Trial t, LinearWorld world) {
        return t.shared("vae", s -> learn(s, world, VAE_RATE));
    }

    static LinearWorld world(Trial t) {
        return LinearWorld.draw(t, OBSERVED, LATENT, TRAIN, HELD_OUT);
    }

    static LinearVae learn(Trial t, LinearWorld world, double rate) {
        return LinearVae.train(t, world.train(), world.heldOut(), LATENT, STEPS, decaying(rate));
    }

    static BinaryVae learnDigits(Trial t, float[][] train, double rate) {
        return BinaryVae.train(t, train, DIGIT_STEPS, decaying(rate));
    }

    private static Optimizer decaying(double rate) {
        return adam(rate).schedule(Schedule.cosine());
    }

    private static Factorised factorised(
            Trial t, LinearWorld world, Factorisation factorisation, CoordinateAscent fit) {
        Gap gap = Gap.exact(world.model(), world.heldOut(), fit.fits());
        for (int update = 0; update < fit.bounds().size(); update++) {
            t.curve("bound after each update of a block", update, fit.bounds().get(update));
            t.curve("evidence under the true model", update, gap.evidence());
        }
        return new Factorised(
                gap,
                Gap.identityError(world.model(), world.heldOut(), fit.fits()),
                factorisation.smallestGap(world.model()));
    }
}
