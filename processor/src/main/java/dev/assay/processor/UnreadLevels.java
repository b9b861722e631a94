package dev.assay.processor;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.assay.processor.Declared.Levelled;
import dev.assay.processor.Declared.Way;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Factors and levels that an experiment's code never mentions, so that their levels run the same thing again and again.
 *
 * <p>An author may mean it, and what is mentioned may still go unused; so this warns, and does so only where a mistake is
 * likely.
 */
final class UnreadLevels {
    private UnreadLevels() {}

    /** Adds what is never mentioned in a class; nothing where its source is not at hand, as that of a Kotlin class is not. */
    static void check(Declared declared, @Nullable Trees trees, List<Finding> findings) {
        boolean kotlin = declared.type().getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals("kotlin.Metadata"));
        if (trees == null || kotlin) {
            return;
        }
        Set<String> inClass = Names.in(declared.type(), trees);
        for (Levelled factor : declared.factors()) {
            if (factor.levels().size() > 1 && !inClass.contains(factor.name()) && !inClass.contains(Names.WHOLE)) {
                findings.add(Finding.warning(
                        "unread-factor",
                        "nothing in " + declared.name() + " reads factor '" + factor.name() + "', so its "
                                + factor.levels().size()
                                + " levels run the same thing; use it, or leave it out.",
                        Place.of(factor.parameter())));
            }
        }
        for (Way variant : declared.variants()) {
            Set<String> inMethod = Names.in(variant.method(), trees);
            for (Levelled level : variant.family()) {
                if (level.levels().size() > 1 && !inMethod.contains(level.name())) {
                    findings.add(Finding.warning(
                            "unread-level",
                            "variant '" + variant.name() + "' does not read its level '" + level.name() + "', so its "
                                    + level.levels().size() + " members run the same thing; use it, or leave it out.",
                            Place.of(level.parameter())));
                }
            }
        }
    }

    /** The names that code mentions. */
    private static final class Names extends TreePathScanner<Void, Void> {
        /** Mentioned where an object is handed on as a whole, and may be read anywhere. */
        static final String WHOLE = "this";

        private final Set<String> names = new HashSet<>();

        static Set<String> in(Element element, Trees trees) {
            Names scanner = new Names();
            TreePath path = trees.getPath(element);
            if (path == null) {
                return Set.of(WHOLE);
            }
            scanner.scan(path, null);
            return scanner.names;
        }

        @Override
        public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
            Tree around = getCurrentPath().getParentPath().getLeaf();
            boolean qualifies = around instanceof MemberSelectTree;
            if (!identifier.getName().contentEquals(WHOLE) || !qualifies) {
                names.add(identifier.getName().toString());
            }
            return super.visitIdentifier(identifier, null);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
            names.add(select.getIdentifier().toString());
            return super.visitMemberSelect(select, null);
        }

        /** A parameter's or field's own type and annotations mention nothing. */
        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            return scan(variable.getInitializer(), null);
        }
    }
}
