package dev.assay.judge;

import dev.assay.estimate.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The correction across all experiments of a suite, which stands beside each verdict and decides none. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /** The same judgements, each test corrected among those of all experiments. */
    public static Map<String, List<Judgement>> across(Map<String, List<Judgement>> suite) {
        double[] corrected = BenjaminiHochberg.correct(suite.values().stream()
                .flatMap(Collection::stream)
                .flatMap(judgement -> judgement.evidence().stream())
                .mapToDouble(Evidence::spent)
                .toArray());
        Map<String, List<Judgement>> result = new TreeMap<>();
        int next = 0;
        for (Map.Entry<String, List<Judgement>> experiment : suite.entrySet()) {
            List<Judgement> judgements = new ArrayList<>();
            for (Judgement judgement : experiment.getValue()) {
                List<Evidence> evidence = new ArrayList<>();
                for (Evidence part : judgement.evidence()) {
                    evidence.add(part.withFalseDiscovery(corrected[next++]));
                }
                judgements.add(
                        new Judgement(judgement.claim(), judgement.verdict(), judgement.exploratory(), evidence));
            }
            result.put(experiment.getKey(), judgements);
        }
        return result;
    }
}
