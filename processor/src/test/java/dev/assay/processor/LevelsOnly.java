package dev.assay.processor;

import dev.assay.Level;
import dev.assay.Trial;
import java.lang.reflect.Proxy;
import java.util.Map;

/** A trial that knows its levels and refuses everything else. */
final class LevelsOnly {
    private LevelsOnly() {}

    static Trial trial(Map<String, String> levels) {
        return (Trial) Proxy.newProxyInstance(
                Trial.class.getClassLoader(), new Class<?>[] {Trial.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof Level<?> level) {
                        String text = levels.get(level.name());
                        if (text != null) {
                            return level.parse().apply(text);
                        }
                    }
                    throw new UnsupportedOperationException(method.getName() + " of a trial that has only " + levels);
                });
    }
}
