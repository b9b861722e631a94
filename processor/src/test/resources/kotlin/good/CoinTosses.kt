package good

import dev.assay.Better.LOWER
import dev.assay.RandomStream
import dev.assay.dsl.Assay.experiment
import dev.assay.dsl.Assay.that
import dev.assay.dsl.Executable
import dev.assay.dsl.Harness
import kotlin.math.abs

class CoinTosses : Harness<Double> {
    override fun executable(): Executable<Double> =
        experiment("coin-tosses") {
            title("Coin tosses")
            asks("Do more tosses say more?")
            prose("The share of heads settles down with the **root** of the number of tosses.")
            source(CoinTosses::class.java)
            val bias = factor("bias", 0.5, 0.9)

            variant("ten") {
                baseline()
                trial { t -> t.random("tosses").heads(10, t.at(bias)) - t.at(bias) }
            }
            variant("many") {
                val tosses = level("tosses", 100, 1000)
                trial { t -> t.random("tosses").heads(t.at(tosses), t.at(bias)) - t.at(bias) }
            }

            metric("error", LOWER) { abs(it) }.about("How far the share of heads is from the coin's bias.")

            claim(that("many(tosses=1000)").beats("ten").on("error"))
            claim(that("many(tosses=1000)").beats("many(tosses=100)").on("error").at("bias=0.5"))
        }
}

private fun RandomStream.heads(tosses: Int, bias: Double): Double =
    (1..tosses).count { nextDouble() < bias } / tosses.toDouble()
