package dev.assay.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.command.Assay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Workflows and commands in the guides are such that a CI server and a shell take them. */
class WorkflowTest {
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    /** A command in a block for a shell or a workflow's step, without its comment and what follows {@code &&}. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^\\s*(?:- run: )?\\.(?:/|assay/)assay((?: [^#&\\n]*)?)(?:[#&].*)?$");

    private static JsonNode yaml(String guide) throws IOException {
        MatchResult block = YAML.matcher(Files.readString(Path.of("..", guide)))
                .results()
                .findFirst()
                .orElseThrow();
        return new YAMLMapper().readTree(block.group(1));
    }

    private static List<JsonNode> steps(JsonNode steps) {
        return StreamSupport.stream(steps.spliterator(), false).toList();
    }

    private static int position(List<JsonNode> steps, String property, String begins) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).path(property).asText().startsWith(begins)) {
                return i;
            }
        }
        throw new AssertionError("no step whose " + property + " begins with " + begins);
    }

    @Test
    void theWorkflowOfTheReadmeRunsThenChecksAndKeepsTheReportWhateverCame() throws IOException {
        JsonNode workflow = yaml("README.md");
        assertThat(workflow.path("on").isArray()).isTrue();
        JsonNode job = workflow.path("jobs").path("check");
        assertThat(job.path("runs-on").asText()).isNotEmpty();
        assertThat(job.path("timeout-minutes").isInt()).isTrue();
        List<JsonNode> steps = steps(job.path("steps"));
        assertThat(steps)
                .isNotEmpty()
                .allSatisfy(
                        step -> assertThat(step.has("uses") ^ step.has("run")).isTrue());
        int java = position(steps, "uses", "actions/setup-java@");
        int run = position(steps, "run", "./assay run");
        int check = position(steps, "run", "./assay check");
        int keep = position(steps, "uses", "actions/upload-artifact@");
        assertThat(List.of(position(steps, "uses", "actions/checkout@"), java, run, check, keep))
                .isSorted();
        assertThat(Integer.parseInt(
                        steps.get(java).path("with").path("java-version").asText()))
                .isGreaterThanOrEqualTo(17);
        assertThat(steps.get(keep).path("if").asText()).isEqualTo("always()");
        // What is kept is what 'run' writes unless it is told otherwise, and what 'check' reads.
        String directory = steps.get(keep).path("with").path("path").asText();
        assertThat(steps.get(check).path("run").asText()).startsWith("./assay check " + directory + " --against ");
        assertThat(steps.get(run).path("run").asText()).doesNotContain("--out");
        CommandLine command = Objects.requireNonNull(
                new CommandLine(new Assay()).getSubcommands().get("run"), "there is a command 'run'");
        assertThat(Objects.requireNonNull(command.getCommandSpec().findOption("--out"), "it has --out")
                        .initialValue())
                .isEqualTo(Path.of(directory));
    }

    @Test
    void theStepsForAProjectOfOnesOwnAreSteps() throws IOException {
        assertThat(steps(yaml("IN-CI.md")))
                .hasSize(3)
                .allSatisfy(
                        step -> assertThat(step.has("uses") ^ step.has("run")).isTrue());
    }

    static Stream<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path guide : GuidesTest.guides().toList()) {
            COMMAND.matcher(Files.readString(guide))
                    .results()
                    .forEach(command -> commands.add(command.group(1).strip()));
        }
        assertThat(commands).hasSizeGreaterThan(8);
        return commands.stream().distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandInTheGuidesIsOne(String words) {
        String[] arguments =
                words.isEmpty() ? new String[] {"run"} : words.replace("'", "").split(" +");
        assertThatCode(() -> new CommandLine(new Assay()).parseArgs(arguments)).doesNotThrowAnyException();
    }
}
