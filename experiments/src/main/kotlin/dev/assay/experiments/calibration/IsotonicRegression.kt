package dev.assay.experiments.calibration

/**
 * The non-decreasing function of a score that is closest to the hits in squared error, found by pooling adjacent
 * violators (Ayer and others 1955; for calibration Zadrozny and Elkan 2002).
 *
 * It is constant over a pooled block and straight between two blocks, as in scikit-learn; beyond the scores that it was
 * fitted on it keeps the last value.
 */
class IsotonicRegression private constructor(private val knots: DoubleArray, private val values: DoubleArray) {

    /** The share of hits to expect at a score, from 0 to 1. */
    fun at(score: Double): Double {
        if (score <= knots.first()) return values.first()
        if (score >= knots.last()) return values.last()
        val right = knots.indexOfFirst { it >= score }
        val part = (score - knots[right - 1]) / (knots[right] - knots[right - 1])
        return values[right - 1] + part * (values[right] - values[right - 1])
    }

    /** Rows with neighbouring scores that share one value. */
    private class Block(val from: Double, var to: Double, var hits: Double, var count: Int) {
        val share
            get() = hits / count

        fun swallow(next: Block) {
            to = next.to
            hits += next.hits
            count += next.count
        }
    }

    companion object {
        /**
         * Fits the function.
         *
         * @param scores a finite number for each row
         * @param hits whether the row is of the class
         */
        @JvmStatic
        fun fit(scores: DoubleArray, hits: BooleanArray): IsotonicRegression {
            require(scores.isNotEmpty() && scores.size == hits.size) {
                "${scores.size} scores need as many hits and at least one, not ${hits.size}"
            }
            val blocks = ArrayList<Block>()
            for (next in tied(scores, hits)) {
                blocks.add(next)
                while (blocks.size > 1 && blocks[blocks.size - 2].share >= blocks.last().share) {
                    blocks[blocks.size - 2].swallow(blocks.removeAt(blocks.size - 1))
                }
            }
            // A block of one score is one knot, of several two.
            val ends =
                blocks.flatMap {
                    if (it.from == it.to) listOf(it.from to it.share)
                    else listOf(it.from to it.share, it.to to it.share)
                }
            return IsotonicRegression(
                DoubleArray(ends.size) { ends[it].first },
                DoubleArray(ends.size) { ends[it].second },
            )
        }

        /** One block a score, in order: rows of equal score cannot be told apart. */
        private fun tied(scores: DoubleArray, hits: BooleanArray): List<Block> {
            val blocks = ArrayList<Block>()
            for (row in scores.indices.sortedBy { scores[it] }) {
                val block = Block(scores[row], scores[row], if (hits[row]) 1.0 else 0.0, 1)
                if (blocks.isNotEmpty() && blocks.last().to == block.from) blocks.last().swallow(block)
                else blocks.add(block)
            }
            return blocks
        }
    }
}
