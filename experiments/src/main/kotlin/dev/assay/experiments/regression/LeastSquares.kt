package dev.assay.experiments.regression

import kotlin.math.sqrt

/** Least squares by Householder reflections, which never form XᵀX and so keep its condition number (Golub 1965). */
object LeastSquares {
    /**
     * The coefficients that minimise `‖y − Xβ‖² + λ‖β₁…‖²`; the first one, the constant, is never shrunk.
     *
     * @param x a row of p numbers for each of n observations, n ≥ p, of full rank unless λ > 0
     * @param y n observations
     * @param ridge λ, at least 0
     */
    @JvmStatic
    fun fit(x: Array<DoubleArray>, y: DoubleArray, ridge: Double): DoubleArray {
        require(x.isNotEmpty() && x.size == y.size) {
            "${x.size} rows need as many targets and at least one, not ${y.size}"
        }
        require(ridge >= 0) { "a ridge is a number from 0, not $ridge" }
        val columns = x[0].size
        // Shrinking is fitting zeros: a row √λ for each coefficient but the first.
        val shrunk =
            if (ridge > 0) (1 until columns).map { j -> DoubleArray(columns) { if (it == j) sqrt(ridge) else 0.0 } }
            else listOf()
        val a = Array(x.size + shrunk.size) { if (it < x.size) x[it].clone() else shrunk[it - x.size] }
        val b = y.copyOf(a.size)
        require(a.size >= columns) { "$columns coefficients need as many rows, not ${a.size}" }
        for (j in 0 until columns) reflect(a, b, j)
        val beta = DoubleArray(columns)
        for (j in columns - 1 downTo 0) {
            val rest = (j + 1 until columns).sumOf { a[j][it] * beta[it] }
            check(a[j][j] != 0.0) { "column $j is a combination of the columns before it" }
            beta[j] = (b[j] - rest) / a[j][j]
        }
        return beta
    }

    /** Mirrors the rows from j on so that column j is zero below its diagonal. */
    private fun reflect(a: Array<DoubleArray>, b: DoubleArray, j: Int) {
        val rows = j until a.size
        val norm = sqrt(rows.sumOf { a[it][j] * a[it][j] })
        if (norm == 0.0) return
        val v = DoubleArray(a.size - j) { a[j + it][j] }
        v[0] += if (v[0] < 0) -norm else norm
        val length = v.sumOf { it * it }
        for (k in j until a[j].size) {
            val twice = 2 * rows.sumOf { v[it - j] * a[it][k] } / length
            for (i in rows) a[i][k] -= twice * v[i - j]
        }
        val twice = 2 * rows.sumOf { v[it - j] * b[it] } / length
        for (i in rows) b[i] -= twice * v[i - j]
    }
}
