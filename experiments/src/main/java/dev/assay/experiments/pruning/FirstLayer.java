package dev.assay.experiments.pruning;

import dev.assay.chart.Pictures;
import dev.assay.experiments.data.Images;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Draws what is left of a first layer that reads halved pictures. */
final class FirstLayer {
    private static final int COLUMNS = 8;

    private FirstLayer() {}

    /** How many units look at each pixel, then the pixels at which single units look. */
    static Pictures drawn(Mask mask) {
        String layer = mask.names().iterator().next();
        int pixels = Images.HALVED_PIXELS;
        int units = mask.size(layer) / pixels;
        float[] lookers = new float[pixels];
        float most = 1;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int unit = 0; unit < units; unit++) {
                lookers[pixel] += mask.keeps(layer, unit * pixels + pixel) ? 1 : 0;
            }
            most = Math.max(most, lookers[pixel]);
        }
        for (int pixel = 0; pixel < pixels; pixel++) {
            lookers[pixel] /= most;
        }
        Pictures drawn = Pictures.inColumns(COLUMNS).with("all units", Images.SIDE / 2, lookers);
        int[] byWeights = IntStream.range(0, units)
                .boxed()
                .sorted(Comparator.comparing((Integer unit) -> -weights(mask, layer, unit)))
                .mapToInt(Integer::intValue)
                .limit(COLUMNS - 1)
                .toArray();
        for (int unit : byWeights) {
            float[] looks = new float[pixels];
            for (int pixel = 0; pixel < pixels; pixel++) {
                looks[pixel] = mask.keeps(layer, unit * pixels + pixel) ? 1 : 0;
            }
            drawn = drawn.with(weights(mask, layer, unit) + " weights", Images.SIDE / 2, looks);
        }
        return drawn;
    }

    private static int weights(Mask mask, String layer, int unit) {
        int pixels = Images.HALVED_PIXELS;
        return (int) IntStream.range(unit * pixels, (unit + 1) * pixels)
                .filter(place -> mask.keeps(layer, place))
                .count();
    }
}
