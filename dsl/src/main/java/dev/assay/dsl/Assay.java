package dev.assay.dsl;

/** Where the fluent DSL begins: {@code experiment("id", e -> { … })}. */
public final class Assay {
    private Assay() {}

    /**
     * Declares an experiment.
     *
     * @param id the name on the command line and of the report's page, in kebab case
     * @param declaration what the experiment consists of
     * @param <O> what every variant returns
     * @throws InvalidPlanException if the plan breaks a rule; the message lists every mistake
     */
    public static <O> Executable<O> experiment(String id, Declaration<ExperimentSpec<O>> declaration) {
        ExperimentSpec<O> spec = new ExperimentSpec<>(id);
        declaration.declare(spec);
        return spec.build();
    }

    /**
     * Begins a claim about a side.
     *
     * @param side {@code "variant"}, {@code "variant(level=…)"}, or {@code "*"} for every variant
     */
    public static ClaimSubject that(String side) {
        return new ClaimSubject(side);
    }
}
