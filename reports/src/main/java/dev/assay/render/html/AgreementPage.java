package dev.assay.render.html;

import dev.assay.judge.Names;
import dev.assay.judge.Phrases;
import dev.assay.report.AgreementReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the page on two engines' agreement shows.
 *
 * @param report the numbers
 */
public record AgreementPage(AgreementReport report) {
    /** Writes {@code agreement.html}, an index that leads to it and to both reports, and the style sheet. */
    public static void write(Path directory, AgreementReport report) throws IOException {
        AgreementPage page = new AgreementPage(report);
        Templates.write(directory.resolve("agreement.html"), "agreement.jte", page);
        Templates.write(directory.resolve("index.html"), "engines.jte", page);
        Templates.writeStyle(directory);
    }

    /** The claims that came out otherwise. */
    public List<AgreementReport.Claim> disputed(AgreementReport.Experiment experiment) {
        return experiment.claims().stream()
                .filter(claim -> claim.first() != claim.second())
                .toList();
    }

    /** How many claims came out otherwise, of how many. */
    public String verdicts() {
        int claims = report.experiments().stream()
                .mapToInt(experiment -> experiment.claims().size())
                .sum();
        int disputed = report.experiments().stream()
                .mapToInt(experiment -> disputed(experiment).size())
                .sum();
        return (disputed == 0
                        ? "All " + claims + " claims have the same verdict on both engines"
                        : disputed + " of " + claims + " claims have another verdict on " + report.second())
                + ".";
    }

    /** How an experiment's values agree, in a sentence; times are left out, for the machine has its part in them. */
    public String summary(AgreementReport.Experiment experiment) {
        List<AgreementReport.Value> values =
                experiment.values().stream().filter(value -> !value.timing()).toList();
        long identical =
                values.stream().filter(AgreementReport.Value::isIdentical).count();
        long apart = values.stream().filter(AgreementReport.Value::differs).count();
        return "Of " + values.size() + " means, " + identical + " are identical at every seed, and " + apart
                + " differ by more than their 95 % interval allows.";
    }

    /** The mean on the second engine. */
    public String second(AgreementReport.Value value) {
        return Phrases.number(value.first() + value.difference().mean());
    }

    /** The difference with its interval. */
    public String difference(AgreementReport.Value value) {
        if (value.isIdentical()) {
            return "identical";
        }
        int decimals = Phrases.decimals(value.interval().halfWidth());
        return Phrases.signed(value.difference().mean(), decimals)
                + (value.interval().isDefined()
                        ? " (" + Phrases.signed(value.interval().low(), decimals) + "…"
                                + Phrases.signed(value.interval().high(), decimals) + ")"
                        : "");
    }

    /** A metric's name with its unit. */
    public String metric(AgreementReport.Value value) {
        return Names.spaced(value.metric()) + (value.unit().isEmpty() ? "" : ", " + value.unit());
    }
}
