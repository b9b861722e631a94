package dev.assay.experiments.flows;

import java.util.List;

/**
 * Bijections one after another.
 *
 * @param links the first to be applied first
 */
public record Chain(List<Bijection> links) implements Bijection {
    public Chain {
        links = List.copyOf(links);
    }

    /** Bijections one after another. */
    public static Chain of(Bijection... links) {
        return new Chain(List.of(links));
    }

    @Override
    public Image forward(double[] x) {
        double[] point = x.clone();
        double logDet = 0;
        for (Bijection link : links) {
            Image image = link.forward(point);
            point = image.point();
            logDet += image.logDet();
        }
        return new Image(point, logDet);
    }

    @Override
    public double[] inverse(double[] z) {
        double[] point = z.clone();
        for (int i = links.size() - 1; i >= 0; i--) {
            point = links.get(i).inverse(point);
        }
        return point;
    }
}
