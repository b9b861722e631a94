package dev.assay.worker;

/** An experiment without a harness, which is what the annotation processor makes of an annotated class. */
public final class NoHarnessException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** javac says nothing when it runs no processor, so this is where an author first hears of it. */
    private static final String REMEDY = "compile with the annotation processor: name dev.assay:assay-processor in the "
            + "compiler plugin's annotationProcessorPaths (from JDK 23 on, javac runs none that is only on the class "
            + "path), or inherit from dev.assay:assay-project, which does";

    private NoHarnessException(String message) {
        super(message);
    }

    static NoHarnessException onClassPath() {
        return new NoHarnessException("no experiment is on the class path, for no file META-INF/services/dev.assay.dsl."
                + "Harness names one; " + REMEDY);
    }

    static NoHarnessException of(Class<?> declaring) {
        return new NoHarnessException(declaring.getName() + " has no harness on the class path; annotate it with "
                + "@Experiment and " + REMEDY);
    }
}
