package misuse

import dev.assay.Better.LOWER
import dev.assay.dsl.Assay.experiment
import dev.assay.dsl.Assay.that
import dev.assay.dsl.Executable

/** Half a sentence is no claim, and a whole number no measurement. */
fun halves(): Executable<Double> =
    experiment("halves") {
        variant("one") { trial { 1 } } // error: kotlin: return type mismatch
        metric("error", LOWER) { 1 } // error: kotlin: return type mismatch
        claim(that("one").beats("two")) // error: kotlin: argument type mismatch
        claim(that("one").matches("two").on("error")) // error: kotlin: argument type mismatch
        claim(that("one").on("error").atMost(1)) // error: kotlin: argument type mismatch
    }
