package dev.assay.plan;

import java.util.List;

/** Rules on figures: each has a caption of its own, exists at levels that exist, and can be drawn. */
final class FigureRules {
    private FigureRules() {}

    static void check(Plan plan, List<Problem> problems) {
        List<String> titles = plan.figures().stream().map(FigurePlan::title).toList();
        for (int i = 0; i < titles.size(); i++) {
            FigurePlan figure = plan.figures().get(i);
            String title = figure.title();
            String path = "figures[" + i + "]";
            if (title.isBlank() || !title.equals(title.strip()) || title.lines().count() > 1) {
                problems.add(new Problem(
                        "bad-title",
                        path + ".title",
                        "'" + title
                                + "' cannot be a caption; write one line that neither begins nor ends with a space."));
            }
            if (titles.indexOf(title) < i) {
                problems.add(new Problem(
                        "repeated-name",
                        path + ".title",
                        "two figures are called '" + title + "'; give each a caption of its own."));
            }
            if (figure.variants().isEmpty()) {
                problems.add(new Problem(
                        "figure-unused",
                        path,
                        "no variant of " + plan.id() + " returns what figure '" + title
                                + "' is drawn from; let a variant return it or change the figure's parameter."));
            }
            for (int j = 0; j < figure.variants().size(); j++) {
                VariantRules.checkName(plan, figure.variants().get(j), path + ".variants[" + j + "]", problems);
            }
            VariantRules.checkCondition(plan, figure.when(), path + ".when", problems);
        }
    }
}
