package dev.assay.experiments.regression

/** Legendre's polynomials on an interval: orthogonal over it, so that a high degree stays well conditioned. */
internal class Legendre(private val degree: Int, private val left: Double, private val right: Double) {
    init {
        require(degree >= 0) { "a degree is at least 0, not $degree" }
        require(left < right) { "an interval goes from left to right, not from $left to $right" }
    }

    /** The values P₀(x) … P_degree(x), by Bonnet's recursion (n+1)Pₙ₊₁ = (2n+1)xPₙ − nPₙ₋₁. */
    fun at(x: Double): DoubleArray {
        val z = 2 * (x - left) / (right - left) - 1
        val values = DoubleArray(degree + 1)
        values[0] = 1.0
        if (degree > 0) values[1] = z
        for (n in 1 until degree) values[n + 1] = ((2 * n + 1) * z * values[n] - n * values[n - 1]) / (n + 1)
        return values
    }
}
