package misuse

import dev.assay.Better.LOWER
import dev.assay.dsl.Assay.experiment
import dev.assay.dsl.Assay.that
import dev.assay.dsl.Executable

fun nulls(about: String?): Executable<Double> =
    experiment("nulls") {
        title(null) // error: kotlin: null cannot be a value of a non-null type
        prose(about) // error: kotlin: argument type mismatch
        variant("one") {
            about(about) // error: kotlin: argument type mismatch
            trial { null } // error: kotlin: null cannot be a value of a non-null type
        }
        metric("error", LOWER) { null } // error: kotlin: null cannot be a value of a non-null type
        claim(that("one").beats(null).on("error")) // error: kotlin: null cannot be a value of a non-null type
    }
