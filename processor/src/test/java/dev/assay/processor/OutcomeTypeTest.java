package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTypeTest {
    private static final String SOURCE = """
            package good;
            import dev.assay.*;
            @Experiment(title = "Outcomes", asks = "Which type is it?")
            @Claim(that = "b", beats = "a", on = "score")
            record Outcomes() {
                interface Wide {}
                interface Named extends Wide {}
                interface Scored extends Wide {}
                sealed interface Closed extends Wide {}
                %s
                @Variant(baseline = true) A a(Trial t) { return new A(); }
                @Variant B b(Trial t) { return new B(); }
                @Metric(better = Better.LOWER) static double score(%s outcome) { return 1; }
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two that a metric uses one of     | Named, Scored  | Scored, Named | Scored | Scored",
                "two that a metric uses one of     | Scored, Named  | Named, Scored | Named  | Named",
                "the narrowest, of the same use    | Scored         | Scored        | Wide   | Scored",
                "a sealed one before an open one   | Named, Closed  | Closed, Named | Wide   | Closed",
                "the first by name of two alike    | Scored, Named  | Scored, Named | Wide   | Named",
                "one that a variant returns itself | Scored         | Scored        | A      | Scored",
                "what all have, where it is used   | Comparable<A>  | Scored        | Object | Object",
            })
    void isChosenByUseThenNarrowness(String why, String ofA, String ofB, String taken, String chosen) {
        String method = ofA.startsWith("Comparable") ? "public int compareTo(A other) { return 0; }" : "";
        String types = "record A() implements " + ofA + " {" + method + "}\nrecord B() implements " + ofB + " {}";
        String claim = taken.equals("A")
                ? SOURCE.replace("beats = \"a\", on", "on").replace("that = \"b\"", "that = \"a\", atMost = 1")
                : SOURCE;

        Javac javac = Javac.compile(List.of(JavaFileObjects.forSourceString(
                "good.Outcomes",
                claim.formatted(types, taken)
                        .replace(
                                "sealed interface Closed",
                                ofA.contains("Closed") ? "sealed interface Closed" : "interface Closed"))));

        assertThat(javac.compilation().errors()).as(why).isEmpty();
        assertThat(javac.source("good.OutcomesHarness"))
                .as(why)
                .contains("Harness<" + (chosen.equals("Object") ? "Object" : "Outcomes." + chosen) + ">");
    }
}
