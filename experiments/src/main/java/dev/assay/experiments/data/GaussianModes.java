package dev.assay.experiments.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Round normals of one standard deviation at known places of the plane, equally likely; shares no array with its callers. */
public final class GaussianModes {
    private final double[][] centres;
    private final double deviation;

    private GaussianModes(List<double[]> centres, double deviation) {
        this.centres = centres.toArray(double[][]::new);
        this.deviation = deviation;
    }

    /** Eight modes on the circle of radius 2, with standard deviation .05. */
    public static GaussianModes ring8() {
        List<double[]> centres = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            centres.add(new double[] {2 * Math.cos(Math.PI * i / 4), 2 * Math.sin(Math.PI * i / 4)});
        }
        return new GaussianModes(centres, 0.05);
    }

    /** Twenty-five modes at whole coordinates from −2 to 2, with standard deviation .05. */
    public static GaussianModes grid25() {
        List<double[]> centres = new ArrayList<>();
        for (int right = -2; right <= 2; right++) {
            for (int up = -2; up <= 2; up++) {
                centres.add(new double[] {right, up});
            }
        }
        return new GaussianModes(centres, 0.05);
    }

    /** How many modes. */
    public int count() {
        return centres.length;
    }

    /** The centre of a mode. */
    public double[] centre(int mode) {
        return centres[mode].clone();
    }

    /** Independent points. */
    public double[][] draw(int n, RandomGenerator random) {
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] centre = centres[random.nextInt(centres.length)];
            points[i] = new double[] {
                centre[0] + deviation * random.nextGaussian(), centre[1] + deviation * random.nextGaussian()
            };
        }
        return points;
    }

    /** For each mode, how many points lie within three standard deviations of its centre. */
    public int[] near(double[][] points) {
        int[] near = new int[centres.length];
        for (double[] point : points) {
            for (int mode = 0; mode < near.length; mode++) {
                if (Math.hypot(point[0] - centres[mode][0], point[1] - centres[mode][1]) <= 3 * deviation) {
                    near[mode]++;
                }
            }
        }
        return near;
    }
}
