package misuse

import dev.assay.dsl.Assay.experiment
import dev.assay.dsl.Executable

fun variantWithinVariant(): Executable<Double> =
    experiment("scopes") {
        variant("one") {
            baseline()
            variant("two") { trial { 2.0 } } // error: kotlin: cannot be called in this context with an implicit receiver
            title("Of what?") // error: kotlin: cannot be called in this context with an implicit receiver
            trial { 1.0 }
        }
    }
