package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDManager;
import dev.assay.RandomStream;

/**
 * Curves y = a sin(x − φ) on [−5, 5], each a task: amplitude a from 0.1 to 5, phase φ from 0 to π, all uniform (Finn, Abbeel,
 * Levine 2017).
 */
final class Sinusoids {
    /** Inputs run from minus this to this. */
    static final double REACH = 5;

    private Sinusoids() {}

    /**
     * Draws tasks.
     *
     * @param support examples to learn from in each
     * @param queries examples to be judged by in each
     */
    static Episodes draw(NDManager arrays, RandomStream random, int tasks, int support, int queries) {
        int examples = support + queries;
        float[][] x = {new float[tasks * support], new float[tasks * queries]};
        float[][] y = {new float[tasks * support], new float[tasks * queries]};
        for (int task = 0; task < tasks; task++) {
            double amplitude = random.nextDouble(0.1, 5);
            double phase = random.nextDouble(0, Math.PI);
            for (int i = 0; i < examples; i++) {
                int part = i < support ? 0 : 1;
                int place = part == 0 ? task * support + i : task * queries + i - support;
                double at = random.nextDouble(-REACH, REACH);
                x[part][place] = (float) at;
                y[part][place] = (float) (amplitude * Math.sin(at - phase));
            }
        }
        return new Episodes(
                Episodes.array(arrays, x[0], tasks, support),
                Episodes.array(arrays, y[0], tasks, support),
                Episodes.array(arrays, x[1], tasks, queries),
                Episodes.array(arrays, y[1], tasks, queries));
    }

    /** One task whose queries stand evenly on the whole range, to be drawn; its amplitude is at least 2, so that there is something to see. */
    static Episodes example(NDManager arrays, RandomStream random, int support, int queries) {
        double amplitude = random.nextDouble(2, 5);
        double phase = random.nextDouble(0, Math.PI);
        float[][] x = {new float[support], new float[queries]};
        for (int i = 0; i < support; i++) {
            x[0][i] = (float) random.nextDouble(-REACH, REACH);
        }
        for (int i = 0; i < queries; i++) {
            x[1][i] = (float) (-REACH + 2 * REACH * i / (queries - 1));
        }
        float[][] y = {new float[support], new float[queries]};
        for (int part = 0; part < x.length; part++) {
            for (int i = 0; i < x[part].length; i++) {
                y[part][i] = (float) (amplitude * Math.sin(x[part][i] - phase));
            }
        }
        return new Episodes(
                Episodes.array(arrays, x[0], 1, support),
                Episodes.array(arrays, y[0], 1, support),
                Episodes.array(arrays, x[1], 1, queries),
                Episodes.array(arrays, y[1], 1, queries));
    }
}
