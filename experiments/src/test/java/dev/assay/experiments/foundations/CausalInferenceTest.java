package dev.assay.experiments.foundations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Effort;
import dev.assay.chart.Graph;
import dev.assay.engine.EngineName;
import dev.assay.experiments.causal.Identification;
import dev.assay.experiments.foundations.CausalInference.Scm;
import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CausalInferenceTest {
    private static TrialRecord run(Cell cell) {
        try (TrialRunner<?> runner = TrialRunner.of(
                new CausalInferenceHarness().executable(), Effort.SMOKE, EngineName.MXNET, Machine.alone(), () -> {})) {
            return runner.run(cell, 0);
        }
    }

    static List<Cell> cells() {
        return Cells.of(new CausalInferenceHarness().executable().plan());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyMethodAnswersOnEveryModelItIsFor(Cell cell) {
        TrialRecord trial = run(cell);
        assertThat(trial.failure()).isNull();
        assertThat(trial.status()).isEqualTo(Status.OK);
        assertThat(trial.metrics()).containsKeys("effectError", "coverageError", "bias", "unitError");
    }

    @ParameterizedTest
    @EnumSource(Scm.class)
    void aMethodRunsWhereTheGraphOffersWhatItNeeds(Scm scm) {
        Set<String> there = cells().stream()
                .filter(cell -> scm.name().equals(cell.levels().get("scm")))
                .map(Cell::variant)
                .collect(Collectors.toSet());
        Identification graph = scm.model().identification();
        assertThat(there.contains("backdoor")).isEqualTo(graph.backDoor().isPresent());
        assertThat(there.contains("ipw")).isEqualTo(graph.backDoor().isPresent());
        assertThat(there.contains("doublyRobust")).isEqualTo(graph.backDoor().isPresent());
        assertThat(there.contains("counterfactual")).isEqualTo(graph.backDoor().isPresent());
        assertThat(there.contains("frontDoor")).isEqualTo(graph.frontDoor().isPresent());
        assertThat(there.contains("instrument")).isEqualTo(graph.instrument().isPresent());
        assertThat(graph.backDoor()).isNotEqualTo(Optional.of(Set.of())); // else naive would be right
    }

    @Test
    void theDrawingMarksTheForkForTheNaiveAndTheColliderForWhoHoldsItFixed() {
        assertThat(marked("naive", Scm.COLLIDER)).containsExactlyInAnyOrder("genetics→smoking", "genetics→cancer");
        assertThat(marked("backdoor", Scm.COLLIDER)).isEmpty();
        assertThat(marked("collider", Scm.COLLIDER))
                .containsExactlyInAnyOrder("smoking→[hospital]", "cancer→[hospital]");
        assertThat(marked("naive", Scm.MEDIATOR)).containsExactlyInAnyOrder("(genes)→smoking", "(genes)→cancer");
        assertThat(marked("frontDoor", Scm.MEDIATOR)).isEmpty();
        assertThat(marked("instrument", Scm.INSTRUMENT)).isEmpty();
    }

    private static List<String> marked(String variant, Scm scm) {
        Graph graph = (Graph) run(new Cell(variant, Map.of("scm", scm.name()))).figures().stream()
                .filter(figure -> figure.chart() instanceof Graph)
                .findFirst()
                .orElseThrow()
                .chart();
        return graph.edges().stream()
                .filter(Graph.Edge::marked)
                .map(edge -> edge.from() + "→" + edge.to())
                .toList();
    }
}
