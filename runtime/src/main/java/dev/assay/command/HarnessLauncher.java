package dev.assay.command;

import com.google.auto.service.AutoService;
import dev.assay.dsl.Harness;
import dev.assay.dsl.Launcher;
import java.util.stream.Stream;

/** Runs one experiment from its harness's {@code main}, through the same command as every other. */
@AutoService(Launcher.class)
public final class HarnessLauncher implements Launcher {
    /** For the ServiceLoader. */
    public HarnessLauncher() {}

    @Override
    public void launch(Harness<?> harness, String[] arguments) {
        String id = harness.executable().plan().id();
        Assay.main(Stream.concat(Stream.of("run", id), Stream.of(arguments)).toArray(String[]::new));
    }
}
