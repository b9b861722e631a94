package dev.assay.experiments.foundations;

import static dev.assay.Better.LOWER;
import static dev.assay.Better.NEITHER;

import dev.assay.Claim;
import dev.assay.Experiment;
import dev.assay.Figure;
import dev.assay.Metric;
import dev.assay.Plot;
import dev.assay.Trial;
import dev.assay.Variant;
import dev.assay.chart.Chart;
import dev.assay.chart.Plane;
import dev.assay.experiments.causal.Comparison;
import dev.assay.experiments.causal.Counterfactual;
import dev.assay.experiments.causal.Covariates;
import dev.assay.experiments.causal.DagDrawing;
import dev.assay.experiments.causal.DoublyRobust;
import dev.assay.experiments.causal.Estimate;
import dev.assay.experiments.causal.Estimates;
import dev.assay.experiments.causal.FrontDoor;
import dev.assay.experiments.causal.InstrumentalVariable;
import dev.assay.experiments.causal.InverseWeighting;
import dev.assay.experiments.causal.OutcomeRegression;
import dev.assay.experiments.causal.Sample;
import dev.assay.experiments.causal.StructuralModel;
import dev.assay.experiments.causal.TextbookModels;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Smokers have more cancer. Is it the smoke, or does something in them make them smoke and fall ill? A prediction need not care;
 * a decision must, for it changes the smoke and leaves the rest. No amount of data tells the two apart. What tells them apart is
 * a graph of who causes whom, which data can at most contradict.
 *
 * <p><b>What.</b> The effect is E[Y | do(X = 1)] − E[Y | do(X = 0)]: the outcome if everybody were made to smoke, less that if
 * nobody were. Association flows along every <i>open</i> path of the graph, effect along directed ones only. A fork (X ← G → Y)
 * is open until G is held fixed; a collider (X → H ← Y) is closed until H is. So the <i>naive</i> difference of means adds the
 * fork to the effect. <i>Back-door adjustment</i> holds a set fixed that closes all paths into X, and opens none; here it is
 * searched for on the graph, by d-separation. <i>Inverse weighting</i> (IPW) does the same by a model of the treatment, and
 * <i>doubly robust</i> estimation by both, of which one may be wrong. Where genes are hidden no set will do. Then tar may
 * (<i>front door</i>: smoke to tar, tar to cancer with smoke held fixed), or a tax on smoking (<i>instrument</i>: whatever of the
 * outcome moves with the tax moves through smoking). A <i>counterfactual</i> asks more: what would have become of <i>this</i>
 * smoker? It infers the noise of the unit from what happened, sets the other treatment, and runs the equations again.
 *
 * <p><b>When it fails.</b> When the graph is wrong, and nothing in the data says so. "Adjust for everything" fails too: given
 * how often people come to hospital, smoking and cancer explain each other away ({@code collider}). IPW fails when its model of
 * the treatment is wrong: here one that knows of genetics only whether they are above average, as studies do that cut a
 * measurement in two. The doubly robust estimate then lives on its regressions, and with both wrong it is as lost as any.
 * A front door with a side door, a tax that also pays for hospitals: one extra arrow and both are biased. An instrument pays for
 * what it may do without with a spread two or three times as wide. Counterfactuals need not only the graph but the
 * equations: they rest on the noise having one form, which no experiment can show.
 *
 * <p><b>How it is measured.</b> Four models with known effects, 500 units a data set, 200 data sets a trial with quick effort and
 * 400 with full. {@code effectError} is the mean |estimate − effect| over the data sets, {@code bias} the mean difference,
 * {@code coverageError} how far the share of 95 % intervals that contain the effect is from .95; with 200 data sets even a perfect
 * interval shows about .012. {@code unitError} is how far a unit's outcome under the other treatment is from what the method says;
 * all but the counterfactual can only add the mean effect. Every estimator is a system of equations, so all intervals come from
 * one formula, the sandwich, which takes in that propensities and regressions are estimated themselves. A method runs where the
 * graph offers what it needs: no back door where genes are hidden, no instrument where nothing is taxed.
 *
 * <p><b>Sources.</b> Pearl, Causality, 2009, chapters 3 and 7 (the criteria, counterfactuals), and Causal diagrams for empirical
 * research, 1995 (the front door, on this example); Lauritzen, Dawid, Larsen, Leimer 1990 (d-separation by moral graphs); Robins
 * 1986 (standardisation); Robins, Rotnitzky, Zhao 1994 (doubly robust); Wald 1940 (the instrument); Berkson 1946 (the hospital);
 * Stefanski, Boos 2002 (the intervals); Royston, Altman, Sauerbrei 2006 (why not to cut a measurement in two).
 *
 * <p><b>Deviations.</b>
 *
 * <ol>
 *   <li>The guide draws a graph of smoking, genetics and cancer and stops. Here the graph is put to work; its model is
 *       {@code GENETICS}.
 *   <li>Cancer is a score of risk, so that effects are differences of means and counterfactuals have equations.
 *   <li>The collider's model has the fork of genetics too: without it the naive difference would be right there, and nothing to
 *       beat.
 *   <li>"The propensity is wrong" is a level of the methods that have one, not a factor, since it is nothing to the others; the
 *       outcome's regression can be wrong likewise.
 *   <li>With smoking comes half as much noise again, and genetics make it worse, so that the effect differs between units; the
 *       instrument's effect is the same for all, as it must be for an instrument to find the mean.
 *   <li>The counterfactual's equations are of the right form, linear with a scale for each arm; only their coefficients are
 *       estimated.
 * </ol>
 *
 * @param scm how the data come about
 */
@Experiment(
        question = 41,
        title = "Causal inference",
        asks = "What finds an effect in data that nobody randomised, and what only seems to?")
@Claim(that = "backdoor", beats = "naive", on = "effectError")
@Claim(that = "backdoor", beats = "collider", on = "effectError")
@Claim(that = "doublyRobust(propensity=RIGHT, outcome=RIGHT)", matches = "backdoor", on = "effectError", within = 0.02)
@Claim(that = "frontDoor", beats = "naive", on = "effectError", when = "scm=MEDIATOR")
@Claim(that = "instrument", beats = "naive", on = "effectError", when = "scm=INSTRUMENT")
@Claim(that = "doublyRobust(propensity=WRONG, outcome=RIGHT)", beats = "ipw(propensity=WRONG)", on = "effectError")
@Plot(
        of = {"effectError", "coverageError"},
        against = "scm")
public record CausalInference(Scm scm) {
    private static final int UNITS = 500;
    private static final int DATA_SETS = 400;

    /** How the data come about. */
    public enum Scm {
        /** Genetics, which are measured, cause smoking and cancer; smoking causes cancer. */
        GENETICS,
        /** Genes are hidden; smoking causes tar, and tar cancer. */
        MEDIATOR,
        /** Genes are hidden; half the units live where smoking is taxed. */
        INSTRUMENT,
        /** As with genetics, and both smoking and cancer bring people to hospital. */
        COLLIDER;

        StructuralModel model() {
            return switch (this) {
                case GENETICS -> TextbookModels.genetics();
                case MEDIATOR -> TextbookModels.tar();
                case INSTRUMENT -> TextbookModels.tax();
                case COLLIDER -> TextbookModels.hospital();
            };
        }
    }

    /** How good a model's form is. */
    public enum Form {
        /** That of the equation by which the data came about. */
        RIGHT,
        /** It knows only whether genetics are above average. */
        WRONG
    }

    /** What every method gives. */
    sealed interface Answer {
        Estimates estimates();
    }

    /** Of a method that the graph explains, with the associations that it takes for effects. */
    record Compared(Estimates estimates, StructuralModel model, List<Comparison> comparisons) implements Answer {}

    /** Of a method that models the treatment; its graph is the back door's. */
    record Weighted(Estimates estimates) implements Answer {}

    /** Of counterfactuals, with the effect on each unit of the last data set, in truth and as said. */
    record Imagined(Estimates estimates, Plane units) implements Answer {}

    /** The difference between the means of those who smoke and those who do not. */
    @Variant(baseline = true)
    Compared naive(Trial t) {
        return adjusted(t, Set.of());
    }

    /** Regressions that hold fixed what closes the back door. */
    @Variant(when = "scm=GENETICS|COLLIDER")
    Compared backdoor(Trial t) {
        return adjusted(t, backdoorSet());
    }

    /** Units weighted by one over the probability of what they did. */
    @Variant(when = "scm=GENETICS|COLLIDER")
    Weighted ipw(Trial t, Form propensity) {
        Covariates treatment = covariates(propensity);
        return new Weighted(estimates(t, sample -> new InverseWeighting(sample, treatment).estimate()));
    }

    /** The regressions' difference, corrected by weighted residuals. */
    @Variant(when = "scm=GENETICS|COLLIDER")
    Weighted doublyRobust(Trial t, Form propensity, Form outcome) {
        Covariates treatment = covariates(propensity);
        Covariates result = covariates(outcome);
        return new Weighted(estimates(t, sample -> new DoublyRobust(sample, treatment, result).estimate()));
    }

    /** Smoke to tar, tar to cancer. */
    @Variant(when = "scm=MEDIATOR")
    Compared frontDoor(Trial t) {
        StructuralModel model = scm.model();
        String mediator =
                model.identification().frontDoor().orElseThrow().iterator().next();
        List<Comparison> both = List.of(
                new Comparison(model.treatment(), mediator, Set.of()),
                new Comparison(mediator, model.outcome(), Set.of(model.treatment())));
        return compared(t, model, both, sample -> new FrontDoor(sample, mediator).estimate());
    }

    /** What moves with the tax, over how much the tax moves smoking. */
    @Variant(when = "scm=INSTRUMENT")
    Compared instrument(Trial t) {
        StructuralModel model = scm.model();
        String instrument = model.identification().instrument().orElseThrow();
        List<Comparison> both = List.of(
                new Comparison(instrument, model.treatment(), Set.of()),
                new Comparison(instrument, model.outcome(), Set.of()));
        return compared(t, model, both, sample -> new InstrumentalVariable(sample, instrument).estimate());
    }

    /** Regressions that hold everything fixed that was measured: wrong on purpose, for that includes the hospital. */
    @Variant(when = "scm=COLLIDER")
    Compared collider(Trial t) {
        return adjusted(t, scm.model().covariates());
    }

    /** Abduction, action, prediction: an answer for each unit. */
    @Variant(when = "scm=GENETICS|COLLIDER")
    Imagined counterfactual(Trial t) {
        StructuralModel model = scm.model();
        Set<String> set = backdoorSet();
        List<Sample> dataSets = dataSets(t);
        Sample last = dataSets.get(dataSets.size() - 1);
        return new Imagined(
                Estimates.ofUnits(model.effect(), dataSets, sample -> Counterfactual.fit(sample, set)),
                Counterfactual.fit(last, set).plane(last));
    }

    /** Mean |estimate − effect| over the data sets. */
    @Metric(better = LOWER)
    static double effectError(Answer answer) {
        return answer.estimates().error();
    }

    /** How far the share of 95 % intervals that contain the effect is from .95. */
    @Metric(better = LOWER)
    static double coverageError(Answer answer) {
        return answer.estimates().coverageError();
    }

    /** Mean estimate − effect: what more data would not cure. */
    @Metric(better = NEITHER)
    static double bias(Answer answer) {
        return answer.estimates().bias();
    }

    /** Mean |outcome that a unit is said to have had under the other treatment − the one it would have had|. */
    @Metric(better = LOWER)
    static double unitError(Answer answer) {
        return answer.estimates().unitError();
    }

    /**
     * The graph as the method sees it: (hidden), [held fixed]. Strong arrows form open paths that carry no effect, and so are
     * taken for one by mistake.
     */
    @Figure("Open paths that carry no effect")
    static Chart graph(Compared answer) {
        return DagDrawing.of(answer.model(), answer.comparisons());
    }

    /** One data set more or less to the left or right is chance; all of them beside the line is bias. */
    @Figure("Estimates of all data sets")
    static Chart histogram(Answer answer) {
        return answer.estimates().histogram();
    }

    /** Each point is a unit of the last data set; a method that knows only the mean effect would lie on one level. */
    @Figure("What smoking does to each unit")
    static Chart units(Imagined answer) {
        return answer.units();
    }

    private Compared adjusted(Trial t, Set<String> set) {
        StructuralModel model = scm.model();
        Comparison fixed = new Comparison(model.treatment(), model.outcome(), set);
        return compared(
                t,
                model,
                List.of(fixed),
                sample -> OutcomeRegression.on(sample, set).estimate());
    }

    private Set<String> backdoorSet() {
        return scm.model().identification().backDoor().orElseThrow();
    }

    private Covariates covariates(Form form) {
        return new Covariates(backdoorSet(), form == Form.RIGHT);
    }

    private Compared compared(
            Trial t, StructuralModel model, List<Comparison> comparisons, Function<Sample, Estimate> method) {
        return new Compared(estimates(t, method), model, comparisons);
    }

    private Estimates estimates(Trial t, Function<Sample, Estimate> method) {
        return Estimates.of(scm.model().effect(), dataSets(t), method);
    }

    /** The same for every method, and so drawn once. */
    private List<Sample> dataSets(Trial t) {
        return t.shared(
                "data sets",
                s -> IntStream.range(0, s.effort(DATA_SETS))
                        .mapToObj(i -> scm.model().draw(UNITS, s.random("units", i)))
                        .toList());
    }
}
