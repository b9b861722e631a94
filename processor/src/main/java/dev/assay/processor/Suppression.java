package dev.assay.processor;

import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What an author has said is meant, with {@code @SuppressWarnings("assay:few-quick-seeds")} or, of all, {@code "assay"}. */
final class Suppression {
    private Suppression() {}

    /** Whether a warning is suppressed where it points, or at a member or class around that. */
    static boolean isOn(Finding finding) {
        if (finding.isError()) {
            return false;
        }
        Set<String> words = Set.of("assay", "assay:" + finding.id());
        for (@Nullable Element at = finding.place().element(); at != null; at = at.getEnclosingElement()) {
            if (Mark.on(at, SuppressWarnings.class).stream()
                    .flatMap(mark -> mark.texts("value").stream())
                    .anyMatch(words::contains)) {
                return true;
            }
        }
        return false;
    }
}
