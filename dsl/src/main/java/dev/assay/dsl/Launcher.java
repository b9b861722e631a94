package dev.assay.dsl;

import java.util.ServiceLoader;

/** Runs one experiment from its harness's {@code main}; the runtime on the class path provides it. */
public interface Launcher {
    /**
     * Runs the experiment and ends the process with the command's exit code.
     *
     * @param harness the experiment
     * @param arguments the options of {@code assay run}
     */
    void launch(Harness<?> harness, String[] arguments);

    /**
     * Finds the launcher and calls it.
     *
     * @throws IllegalStateException if no runtime is on the class path
     */
    static void main(Harness<?> harness, String[] arguments) {
        ServiceLoader.load(Launcher.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no runtime on the class path to run "
                        + harness.getClass().getName() + "; add the dependency dev.assay:assay-runtime"))
                .launch(harness, arguments);
    }
}
