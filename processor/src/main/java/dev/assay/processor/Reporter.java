package dev.assay.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Says what was found, where it is. */
final class Reporter {
    private final Messager messager;
    private final @Nullable Trees trees;

    Reporter(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        this.trees = trees(environment);
    }

    /** The source of what is compiled, where javac itself compiles it; null in another compiler or a build tool's wrapper. */
    static @Nullable Trees trees(ProcessingEnvironment environment) {
        try {
            return Trees.instance(environment);
        } catch (IllegalArgumentException notJavac) {
            // Its messager alone must do.
            return null;
        }
    }

    void report(Finding finding) {
        if (Suppression.isOn(finding)) {
            return;
        }
        Place place = finding.place();
        Place.Within within = place.within();
        if (within != null && trees != null) {
            trees.printMessage(finding.kind(), finding.toString(), within.tree(), within.file());
            return;
        }
        Mark mark = place.mark();
        if (mark != null && mark.repeat() >= 0 && trees != null) {
            TreePath path = trees.getPath(place.element());
            Optional<Tree> tree = path == null ? Optional.empty() : repeated(path.getLeaf(), mark, place);
            if (tree.isPresent()) {
                trees.printMessage(finding.kind(), finding.toString(), tree.get(), path.getCompilationUnit());
                return;
            }
        }
        messager.printMessage(
                finding.kind(),
                finding.toString(),
                place.element(),
                mark == null ? null : mark.mirror(),
                place.value());
    }

    /** What javac's messager does not find: one of several annotations, for which the source has no container. */
    private static Optional<Tree> repeated(Tree leaf, Mark mark, Place place) {
        if (!(leaf instanceof ClassTree type)) {
            return Optional.empty();
        }
        Name name = mark.mirror().getAnnotationType().asElement().getSimpleName();
        List<? extends AnnotationTree> written = type.getModifiers().getAnnotations().stream()
                .filter(annotation -> isNamed(annotation, name))
                .toList();
        if (mark.repeat() >= written.size()) {
            return Optional.empty();
        }
        AnnotationTree annotation = written.get(mark.repeat());
        String member = place.member();
        if (member == null) {
            return Optional.of(annotation);
        }
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable().toString().equals(member)) {
                return Optional.of(element(assignment.getExpression(), place.index()));
            }
        }
        return Optional.of(annotation);
    }

    private static boolean isNamed(AnnotationTree annotation, Name name) {
        String type = annotation.getAnnotationType().toString();
        return type.substring(type.lastIndexOf('.') + 1).contentEquals(name);
    }

    private static ExpressionTree element(ExpressionTree value, int index) {
        if (value instanceof NewArrayTree array
                && index >= 0
                && index < array.getInitializers().size()) {
            return array.getInitializers().get(index);
        }
        return value;
    }
}
