package dev.assay.run;

import dev.assay.record.PlanLine;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes on until its claims are decided: it looks at them at its first number of seeds, then after every
 * {@value #BATCH} more, and ends at the most. All looks stand in the plan line from the start, for what each may spend depends on
 * the others.
 *
 * @param most the most seeds
 * @param next at how many seeds each experiment is looked at next, by id; where it is left out, that is where it stands in the
 *     ledger, or at its first look
 */
public record UntilDecided(int most, Map<String, Integer> next) {
    /** How many seeds are added between two looks. */
    static final int BATCH = 5;

    public UntilDecided {
        next = Map.copyOf(next);
        if (most < 2) {
            throw new IllegalArgumentException(
                    "a run until its claims are decided has at most 2 seeds or more, not " + most);
        }
    }

    /**
     * A plan line with its looks.
     *
     * @param line what is planned, with the number of seeds at the first look
     * @param earlier the line in the ledger whose trials count, or null
     * @throws RefusedException if the looks cannot be taken, or others were begun with
     */
    PlanLine of(PlanLine line, @Nullable PlanLine earlier) {
        if (earlier == null || earlier.looks() == null) {
            int first = earlier == null ? line.seeds() : Math.max(line.seeds(), earlier.seeds());
            if (first > most) {
                throw new RefusedException(line.experiment() + " begins with " + first + " seeds, which is more than "
                        + most + "; raise --max-seeds, or begin with fewer --seeds");
            }
            return line(line, first, IntStream.iterate(first, n -> n < most, n -> n + BATCH));
        }
        int before = earlier.looks().get(earlier.looks().size() - 1);
        if (before != most) {
            throw new RefusedException(
                    line.experiment() + " was begun with at most " + before + " seeds, and what its looks"
                            + " may spend hangs on that; go on with --max-seeds " + before
                            + ", or add --fresh to start over");
        }
        return line(
                line,
                earlier.seeds(),
                earlier.looks().stream().mapToInt(Integer::intValue).filter(n -> n < most));
    }

    private PlanLine line(PlanLine line, int first, IntStream looks) {
        return new PlanLine(
                line.format(),
                line.experiment(),
                line.effort(),
                line.engine(),
                next.getOrDefault(line.experiment(), first),
                line.provenance(),
                line.plan(),
                line.source(),
                IntStream.concat(looks, IntStream.of(most)).boxed().toList());
    }

    /** A plan line of a run whose number of seeds is fixed; refuses to make one of a run that is to go on until decided. */
    static PlanLine fixed(PlanLine line, @Nullable PlanLine earlier) {
        if (earlier != null && earlier.looks() != null) {
            int most = earlier.looks().get(earlier.looks().size() - 1);
            throw new RefusedException(
                    line.experiment() + " was begun there with --until-decided, and its looks have spent"
                            + " some of the error; go on with --until-decided --max-seeds " + most
                            + ", add --fresh to start over, or choose another directory with --out");
        }
        return line;
    }
}
