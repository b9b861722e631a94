package dev.assay.render;

import dev.assay.record.LedgerContent;
import dev.assay.render.html.AgreementPage;
import dev.assay.render.json.AgreementJson;
import dev.assay.report.AgreementReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares the runs of one suite on two engines, each in a directory of the engine's name. */
public final class Agreement {
    /** The name of the comparison in numbers. */
    public static final String JSON = "agreement.json";

    private Agreement() {}

    /**
     * Reads the ledgers of {@code directory/<engine>} for both engines and writes {@code agreement.html},
     * {@code agreement.json}, and an {@code index.html} that leads to them and to both reports, into {@code directory}.
     *
     * @param engines the two engines' names
     * @throws IOException if a ledger cannot be read or a file cannot be written
     * @throws IllegalArgumentException if there are not two engines, or if the runs cannot be compared
     */
    public static AgreementReport render(Path directory, List<String> engines) throws IOException {
        if (engines.size() != 2) {
            throw new IllegalArgumentException(
                    "agreement is between two engines, not between " + engines + "; name two");
        }
        String first = engines.get(0);
        String second = engines.get(1);
        AgreementReport report = AgreementReport.of(
                first,
                ledger(directory, first),
                Reports.judge(directory.resolve(first)),
                second,
                ledger(directory, second),
                Reports.judge(directory.resolve(second)));
        AgreementPage.write(directory, report);
        Files.writeString(directory.resolve(JSON), AgreementJson.write(report));
        return report;
    }

    private static LedgerContent ledger(Path directory, String engine) throws IOException {
        return LedgerContent.read(directory.resolve(engine).resolve(LedgerContent.FILE));
    }
}
