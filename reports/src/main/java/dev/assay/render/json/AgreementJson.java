package dev.assay.render.json;

import dev.assay.report.AgreementReport;

/** Writes {@code agreement.json}: how two engines agree, in the report's dialect of JSON. */
public final class AgreementJson {
    private AgreementJson() {}

    /** The comparison as indented JSON with a final line break. */
    public static String write(AgreementReport report) {
        return ReportJson.text(report);
    }
}
