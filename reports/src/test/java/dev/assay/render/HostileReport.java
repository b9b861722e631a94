package dev.assay.render;

import dev.assay.judge.Verdict;
import dev.assay.record.Failure;
import dev.assay.report.ClaimReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.FailureReport;
import dev.assay.report.SuiteReport;
import java.util.ArrayList;
import java.util.List;

/** A report whose every name, reason and message is hostile. */
final class HostileReport {
    static final String TEXT = "]]> <script>alert('x')</script> | **bold** `code` [a](javascript:alert(1)) @everyone #1"
            + " \u0000\u001b\uD800\uFFFF https://evil.example www.evil.example\n\n"
            + "# heading & \"quoted\" 𝔘";

    private HostileReport() {}

    /** The sample with a claim of each verdict, whose names and reasons are hostile. */
    static SuiteReport of(SuiteReport suite) {
        ExperimentReport sample = suite.experiments().get(1);
        ClaimReport claim = sample.claims().get(0);
        List<ClaimReport> claims = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            claims.add(new ClaimReport(
                    TEXT + verdict, TEXT, claim.metric(), verdict, TEXT, claim.exploratory(), claim.evidence()));
        }
        return SuiteReport.of(List.of(with(
                sample,
                claims,
                List.of(new FailureReport(sample.cells().get(0).cell(), 3, Failure.Cause.EXCEPTION, TEXT, TEXT)))));
    }

    static ExperimentReport with(ExperimentReport sample, List<ClaimReport> claims, List<FailureReport> failures) {
        return new ExperimentReport(
                sample.id(),
                sample.question(),
                TEXT,
                sample.asks(),
                sample.answer(),
                sample.effort(),
                sample.engine(),
                sample.seeds(),
                sample.trials(),
                sample.looks(),
                sample.extended(),
                sample.missing(),
                sample.baseline(),
                sample.metrics(),
                sample.cells(),
                sample.contrasts(),
                sample.improvements(),
                claims,
                sample.figures(),
                failures);
    }
}
