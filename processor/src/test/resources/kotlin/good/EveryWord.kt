package good

import dev.assay.Better.HIGHER
import dev.assay.Better.LOWER
import dev.assay.Over
import dev.assay.chart.Chart
import dev.assay.chart.Plane
import dev.assay.dsl.Assay.experiment
import dev.assay.dsl.Assay.that
import dev.assay.dsl.Executable
import dev.assay.dsl.Harness

/** Every word of the DSL once, with Kotlin's scope functions around and within. */
class EveryWord : Harness<EveryWord.Posterior> {
    enum class Target {
        GAUSSIAN,
        BANANA,
    }

    sealed interface Posterior {
        val sdError: Double
    }

    class Fitted(override val sdError: Double) : Posterior

    class Chains(override val sdError: Double, val ess: Double) : Posterior

    override fun executable(): Executable<Posterior> =
        experiment<Posterior>("every-word") {
                question(8)
                title("MCMC against VI")
                asks("What does the speed of VI cost?")
                buildString {
                        append("A family is fitted, ")
                        append("or chains visit.")
                    }
                    .let { prose(it) }
                source(EveryWord::class.java)
                seeds(12, 24)

                val target = factor("target", Target::class.java)
                val length = factor("length", 256, 512).also { require(it.name() == "length") }
                factor("budget", 4_000_000_000L)
                factor("rate", 0.1)
                factor("warm", true)
                factor("start", "mode")

                variant("meanField") {
                    about("One independent normal for each coordinate.")
                    baseline()
                    trialOf(Fitted::class.java) { t -> Fitted(t.at(length) / 1000.0) }
                }
                variant("gibbs") {
                    existsAt("target!=BANANA")
                    trialOf(Chains::class.java) { t -> Chains(0.1, t.random("chain").nextDouble()) }
                }
                variant("hmc") {
                    val leaps = level("leaps", 5, 20)
                    val kind = level("kind", Target::class.java)
                    trialOf(Chains::class.java) { t ->
                        with(t) { Chains(at(leaps) * 0.01, if (at(kind) == at(target)) 1.0 else 2.0) }
                    }
                }
                variant("exact") {
                    reference()
                    ignores("target", "length")
                    trial { Fitted(0.0) }
                }

                metric("sdError", LOWER, Posterior::sdError).about("Of the standard deviations.")
                metric("millis", LOWER) { 1.0 }.unit("ms").timing()
                metricOf(Chains::class.java, "ess", HIGHER) { it.ess }
                metricOf(Chains::class.java, "steps", LOWER) { it.ess }.never(1000.0)
                figure("Draws") { it.run { plane(sdError) } }.about("Over the true density.")
                figureOf(Chains::class.java, "Traces") { plane(it.ess) }.at("target=GAUSSIAN")
                plot("sdError", "millis").against("length").logarithmic()
                resampled(455, 114).at("target=GAUSSIAN")

                claim(that("hmc(leaps=20)").beats("meanField").on("sdError").by(0.01).at("target=GAUSSIAN"))
                claim(that("meanField").beats("hmc(leaps=20)").on("millis").times(2.0))
                claim(that("hmc(leaps=5)").matches("gibbs").on("sdError").within(0.5).at("target=GAUSSIAN"))
                claim(that("hmc(leaps=20)").beats("gibbs").on("ess").at("target=GAUSSIAN").over(Over.MEAN))
                claim(that("meanField").beats("hmc(leaps=20)").on("sdError").along("length"))
                claim(that("*").on("sdError").atMost(2.0))
                claim(that("*").on("sdError").atLeast(0.0))
            }
            .apply { check(plan().id() == "every-word") }

    private fun plane(value: Double): Chart = Plane.of("x", "y").line("one", doubleArrayOf(0.0, 1.0), doubleArrayOf(0.0, value))
}
