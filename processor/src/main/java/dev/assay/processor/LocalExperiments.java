package dev.assay.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.assay.Experiment;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Experiments declared within a method, which javac shows to no processor: without a word, nothing would come of them. */
final class LocalExperiments extends TreePathScanner<Void, List<Finding>> {
    private static final String NAME = Experiment.class.getSimpleName();

    private final TypeElement root;

    private LocalExperiments(TypeElement root) {
        this.root = root;
    }

    /** What is found in a class; nothing in one that is at hand without its source. */
    static List<Finding> in(TypeElement root, Trees trees) {
        List<Finding> findings = new ArrayList<>();
        TreePath path = trees.getPath(root);
        if (path != null) {
            new LocalExperiments(root).scan(path, findings);
        }
        return findings;
    }

    @Override
    public Void visitClass(ClassTree type, List<Finding> findings) {
        TreePath around = getCurrentPath().getParentPath();
        boolean local = around != null
                && !(around.getLeaf() instanceof ClassTree)
                && !(around.getLeaf() instanceof CompilationUnitTree);
        if (local && type.getModifiers().getAnnotations().stream().anyMatch(this::isOurs)) {
            findings.add(new Finding(
                    "experiment-class",
                    type.getSimpleName() + " is a local class; its harness could not name it, so move it out of the "
                            + "method.",
                    Place.of(root, type, getCurrentPath().getCompilationUnit())));
        }
        return super.visitClass(type, findings);
    }

    /** Whether an annotation is {@link Experiment}; within methods nothing is resolved yet, so the imports must tell. */
    private boolean isOurs(AnnotationTree annotation) {
        String name = annotation.getAnnotationType().toString();
        String ours = Experiment.class.getName();
        return name.equals(ours)
                || (name.equals(NAME)
                        && getCurrentPath().getCompilationUnit().getImports().stream()
                                .map(imported -> imported.getQualifiedIdentifier())
                                .map(Tree::toString)
                                .anyMatch(imported -> imported.equals(ours)
                                        || imported.equals(ours.substring(0, ours.length() - NAME.length()) + "*")));
    }
}
