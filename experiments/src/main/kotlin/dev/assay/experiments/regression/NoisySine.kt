package dev.assay.experiments.regression

import dev.assay.Trial
import kotlin.math.sin

/** sin(x) + N(0, 0.2²) on [0, 5]: training sets without end, and points to judge on. */
internal object NoisySine {
    const val LEFT = 0.0
    const val RIGHT = 5.0
    const val NOISE = 0.2 * 0.2
    const val SIZE = 80
    const val SETS = 200
    private const val SD = 0.2
    private const val POINTS = 401

    /** One draw of the data. */
    class Sample(val x: DoubleArray, val y: DoubleArray)

    /** Where fits are judged: evenly spaced, both ends included. */
    val points = DoubleArray(POINTS) { LEFT + (RIGHT - LEFT) * it / (POINTS - 1) }

    /**
     * Fits a method to each of the training sets of a seed, which are the same for every method.
     *
     * @param method a training set into the fitted function
     */
    fun decompose(trial: Trial, method: (Sample) -> (Double) -> Double): Decomposition {
        var squares = 0.0
        val fits =
            Array(SETS) { set ->
                val fitted = method(sample(trial, set))
                val fresh = trial.random("test noise", set.toLong())
                DoubleArray(POINTS) { i ->
                    val value = fitted(points[i])
                    val miss = truth(points[i]) + SD * fresh.nextGaussian() - value
                    squares += miss * miss
                    value
                }
            }
        return Decomposition(points, DoubleArray(POINTS) { truth(points[it]) }, fits, squares / (SETS * POINTS), NOISE)
    }

    fun sample(trial: Trial, set: Int): Sample {
        val random = trial.random("training set", set.toLong())
        val x = DoubleArray(SIZE) { random.nextDouble(LEFT, RIGHT) }
        return Sample(x, DoubleArray(SIZE) { truth(x[it]) + SD * random.nextGaussian() })
    }

    fun truth(x: Double): Double = sin(x)
}
