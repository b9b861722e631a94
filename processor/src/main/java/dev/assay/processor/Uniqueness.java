package dev.assay.processor;

import dev.assay.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules across the experiments of one compilation: an id and a question number belong to one of them. */
final class Uniqueness {
    private final Map<String, String> ids = new HashMap<>();
    private final Map<Integer, String> questions = new HashMap<>();

    /** Reports an experiment that takes what an earlier one has; its own claim to a name is then not counted. */
    void check(Declared declared, Plan plan, Places places, List<Finding> findings) {
        String name = declared.type().getQualifiedName().toString();
        String idOwner = ids.putIfAbsent(plan.id(), name);
        if (idOwner != null) {
            findings.add(new Finding(
                    "repeated-id",
                    declared.name() + " and " + idOwner + " both have the id '" + plan.id()
                            + "', the name of a page and a command-line word; give one another with id = \"…\".",
                    places.at("id")));
        }
        String questionOwner = plan.question() == 0 ? null : questions.putIfAbsent(plan.question(), name);
        if (questionOwner != null) {
            findings.add(new Finding(
                    "repeated-question",
                    declared.name() + " and " + questionOwner + " both answer question " + plan.question()
                            + "; a question has one experiment, so correct one number.",
                    places.at("question")));
        }
    }
}
