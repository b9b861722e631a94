package dev.assay.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.judge.Verdict;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages tell of the sample: five seeds became ten, and a claim was made in between. */
final class PagesTest {
    private static final Pattern ROW = Pattern.compile("(?s)<tr class=\"(?:alone|reasoned)\">(.*?)</tr>");

    @TempDir
    static Path directory;

    private static SuiteReport suite = SuiteReport.of(List.of());
    private static String index = "";
    private static String sampling = "";
    private static String smoothing = "";

    @BeforeAll
    static void render() throws IOException {
        SampleRun.write(directory, SampleRun.lines());
        suite = Reports.render(directory);
        index = Files.readString(directory.resolve("index.html"));
        sampling = Files.readString(directory.resolve("mcmc-vs-vi/index.html"));
        smoothing = Files.readString(directory.resolve("label-smoothing/index.html"));
    }

    /** The text of a piece of a page, blanks between its elements. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static String part(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        int end = page.indexOf(to, start);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    @Test
    void theIndexShowsWhatTheSuiteComesToTogether() {
        String together = part(index, "<section id=\"together\"", "</section>");
        assertThat(suite.view().experiments()).containsExactly("mcmc-vs-vi", "label-smoothing");
        assertThat(text(together))
                .containsPattern("\\+0\\.\\d+ 95 % interval \\+0\\.\\d+…\\+0\\.\\d+")
                .contains("Interquartile mean of the normalised improvements of 2 experiments")
                .containsPattern("\\d+ % \\(95 % interval \\d+…\\d+\\) of the improvements are above 0");
        assertThat(together)
                .containsPattern("aria-label=\"Performance profile\\. Share of normalised improvements above 0: \\d+ %")
                .contains("class=\"band c0\"")
                .contains("class=\"line c0\"");
        assertThat(part(index, "<header", "</header>")).contains("href=\"#together\"");
    }

    @Test
    void aSingleExperimentHasNothingToSayTogether(@TempDir Path alone) throws IOException {
        SampleRun.write(
                alone,
                SampleRun.lines().stream()
                        .filter(line -> line.experiment().equals("label-smoothing"))
                        .toList());
        assertThat(Reports.render(alone).view().profile()).isEmpty();
        assertThat(Files.readString(alone.resolve("index.html"))).doesNotContain("together");
    }

    @Test
    void everyTestedComparisonHasItsThreeCorrectionsAndItsProbabilityOfImprovement() {
        List<String> rows = ROW.matcher(part(smoothing, "<section id=\"claims\"", "</section>"))
                .results()
                .map(MatchResult::group)
                .map(PagesTest::text)
                .toList();
        // Two training sets for each of five claims that are tested, and eleven cells less the reference for the bound.
        assertThat(rows).hasSize(2 * 5 + 10);
        // All ten seeds in favour: p = 2/2^10, and an interval from the 2.5 % quantile of Beta(10, 1) = .025^(1/10) =
        // .69.
        assertThat(rows.get(0))
                .startsWith("smoothed(epsilon=0.1, trainingSet=250) against oneHot(trainingSet=250) ✓ supported")
                .containsPattern("\\.00195 \\.0\\d+ \\.0\\d+ 100 % \\(69…100\\) 10$");
        assertThat(rows.get(19)).endsWith("over seeds 10");
    }

    @Test
    void exploratoryClaimsAreMarkedCountedForNothingAndKeptApart() {
        assertThat(suite.verdicts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(9);
        assertThat(suite.verdicts().get(Verdict.INCONCLUSIVE)).isEqualTo(2);
        assertThat(text(part(sampling, "<h3 class=\"apart\"", "</article>")))
                .startsWith("Exploratory, made with trials at hand")
                .contains("Gibbs has lower SD error than metropolis exploratory ? inconclusive");
        assertThat(part(sampling, "<h2 id=\"h-claims\"", "<h3 class=\"apart\""))
                .doesNotContain("Gibbs has")
                .contains("HMC has");
        assertThat(sampling).contains("All 3 claims are supported. One more is exploratory.");
        String entry = part(index, "<article class=\"entry", "</article>");
        assertThat(text(part(entry, "<p class=\"apart\"", "</article>"))).contains("? inconclusive Gibbs has");
        assertThat(entry).startsWith("<article class=\"entry has-supported\"");
        assertThat(smoothing).doesNotContain("exploratory");
        // HMC's error is .3 of Metropolis's and Gibbs's .9: with three comparisons of Gibbs the mean would be some .25.
        assertThat(suite.experiments().get(0).improvements())
                .hasSize(10)
                .satisfies(values -> assertThat(values.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0))
                        .isGreaterThan(0.5));
    }

    @Test
    void aRunThatWasExtendedSaysSo() {
        assertThat(sampling).contains("Extended: seeds were added after a first report at 5.");
        assertThat(part(index, "<article class=\"entry", "</article>")).contains("Extended: seeds were added");
        assertThat(smoothing).doesNotContain("Extended:");
    }

    @Test
    void whereSeedsAreSplitsOfOneTableIsSaidInWords() {
        assertThat(sampling)
                .contains("Resampled: at length 100, the seeds are splits drawn again from one table (2 parts train, 1"
                        + " test)")
                .contains("the variance of Nadeau and Bengio (2003), which adds 1/2 to the 1/n of independent seeds");
        assertThat(smoothing).doesNotContain("Resampled:");
    }

    @Test
    void everyNumberOfEveryCellIsThere() {
        String table = part(smoothing, "aria-label=\"Every number of every cell\"", "</table>");
        // Eleven cells with four metrics, and eight of them with a fifth; a trial failed.
        assertThat(table.split("<tr>", -1)).hasSize(1 + 1 + 4 * 11 + 8);
        assertThat(text(table)).contains("mixup(trainingSet=250) ece 9 of 10");
    }
}
