package dev.assay.experiments.regression

import kotlin.math.abs

/**
 * What the expected squared error of a method is made of, at some points, over many training sets.
 *
 * @property at the points
 * @property truth the function's value at each
 * @property fits the fitted value at each, a row for each training set
 * @property mse the mean squared distance to noisy values, drawn anew for each training set
 * @property noise the known variance of the noise
 */
class Decomposition(
    val at: DoubleArray,
    val truth: DoubleArray,
    val fits: Array<DoubleArray>,
    val mse: Double,
    val noise: Double,
) {
    private val mean = DoubleArray(at.size) { i -> fits.sumOf { it[i] } / fits.size }

    /** At each point, the squared distance of the mean fit from the truth. */
    val biasSquaredAt = DoubleArray(at.size) { (mean[it] - truth[it]) * (mean[it] - truth[it]) }

    /** At each point, the variance of the fits. */
    val varianceAt = DoubleArray(at.size) { i -> fits.sumOf { (it[i] - mean[i]) * (it[i] - mean[i]) } / fits.size }

    val biasSquared: Double
        get() = biasSquaredAt.average()

    val variance: Double
        get() = varianceAt.average()

    /** How far the measured error is from bias² + variance + noise, as a share of it. */
    val identityGap: Double
        get() = abs(mse - (biasSquared + variance + noise)) / mse
}
