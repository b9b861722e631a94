package dev.assay.processor;

import dev.assay.Experiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** The rules across the experiments of one compilation: an id and a question number belong to one of them. */
final class Uniqueness {
    private final Map<String, String> ids = new HashMap<>();
    private final Map<Integer, String> questions = new HashMap<>();

    /** Each experiment that takes what an earlier one has; its own claim to a name is then not counted. */
    static List<Finding> check(List<TypeElement> experiments) {
        Uniqueness uniqueness = new Uniqueness();
        List<Finding> findings = new ArrayList<>();
        for (TypeElement type : experiments) {
            Mark.on(type, Experiment.class)
                    .filter(Mark::isComplete)
                    .ifPresent(head -> uniqueness.check(type, head, findings));
        }
        return findings;
    }

    private void check(TypeElement type, Mark head, List<Finding> findings) {
        String name = type.getQualifiedName().toString();
        String id = ExperimentId.of(type, head);
        String idOwner = ids.putIfAbsent(id, name);
        if (idOwner != null) {
            findings.add(new Finding(
                    "repeated-id",
                    type.getSimpleName() + " and " + idOwner + " both have the id '" + id
                            + "', the name of a page and a command-line word; give one another with id = \"…\".",
                    Place.of(head, "id")));
        }
        int question = head.whole("question");
        String questionOwner = question == 0 ? null : questions.putIfAbsent(question, name);
        if (questionOwner != null) {
            findings.add(new Finding(
                    "repeated-question",
                    type.getSimpleName() + " and " + questionOwner + " both answer question " + question
                            + "; a question has one experiment, so correct one number.",
                    Place.of(head, "question")));
        }
    }
}
