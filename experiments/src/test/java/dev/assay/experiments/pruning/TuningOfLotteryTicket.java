package dev.assay.experiments.pruning;

import dev.assay.Effort;
import dev.assay.Trial;
import dev.assay.engine.EngineName;
import dev.assay.experiments.data.FashionMnist;
import dev.assay.experiments.data.ImageSplit;
import dev.assay.experiments.pruning.LotteryTicket.Clothes;
import dev.assay.experiments.tuning.RateGrid;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Chooses the learning rates of {@link LotteryTicket} by accuracy on 1,000 validation pictures.
 *
 * <p>{@code java -cp … dev.assay.experiments.pruning.TuningOfLotteryTicket ENGINE EFFORT SEEDS search|SPARSITY…}
 */
final class TuningOfLotteryTicket {
    private static final double[] SPARSITIES = {0.5, 0.8, 0.9, 0.95};
    private static final double[] RATES = {1e-3, 3e-3, 1e-2, 3e-2};

    private TuningOfLotteryTicket() {}

    private interface Score {
        double of(Trial trial, Clothes clothes, double rate);
    }

    public static void main(String[] arguments) {
        EngineName engine = EngineName.parse(arguments[0]);
        Effort effort = Effort.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        int seeds = Integer.parseInt(arguments[2]);
        Map<String, TicketSearch> searches = new HashMap<>(); // each is trained once for all lines
        BiFunction<Trial, Double, TicketSearch> search = (t, rate) -> searches.computeIfAbsent(
                t.random("which seed").nextLong() + " at " + rate, unseen -> LotteryTicket.search(t, clothes(t), rate));
        for (String part : List.of(arguments).subList(3, arguments.length)) {
            if (part.equals("search")) {
                print(
                        "dense",
                        engine,
                        effort,
                        seeds,
                        (t, c, rate) -> search.apply(t, rate).dense().score());
                for (double sparsity : SPARSITIES) {
                    LotteryTicket at = new LotteryTicket(sparsity);
                    print(
                            "ticket, " + sparsity,
                            engine,
                            effort,
                            seeds,
                            (t, c, rate) -> at.ticketIn(search.apply(t, rate)).score());
                }
                continue;
            }
            LotteryTicket at = new LotteryTicket(Double.parseDouble(part));
            print(
                    "random, " + part,
                    engine,
                    effort,
                    seeds,
                    (t, c, rate) -> at.random(t, c, search.apply(t, LotteryTicket.SEARCH_RATE), rate)
                            .accuracy());
            print(
                    "one shot, " + part,
                    engine,
                    effort,
                    seeds,
                    (t, c, rate) -> at.oneShot(t, c, search.apply(t, LotteryTicket.SEARCH_RATE), rate)
                            .accuracy());
            print(
                    "reinitialised, " + part,
                    engine,
                    effort,
                    seeds,
                    (t, c, rate) -> at.reinitialised(t, c, search.apply(t, LotteryTicket.SEARCH_RATE), rate)
                            .accuracy());
        }
    }

    private static void print(String way, EngineName engine, Effort effort, int seeds, Score score) {
        RateGrid.print(
                "tuning-of-lottery-ticket",
                way,
                RATES,
                seeds,
                engine,
                effort,
                (t, rate) -> score.of(t, clothes(t), rate));
    }

    private static Clothes clothes(Trial trial) {
        ImageSplit fashion = FashionMnist.split(trial.random("split", 0), 700, 100);
        return new Clothes(
                LotteryTicket.pictures(trial, fashion.train()), LotteryTicket.pictures(trial, fashion.validation()));
    }
}
