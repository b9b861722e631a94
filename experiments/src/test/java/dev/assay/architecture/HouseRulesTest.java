package dev.assay.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The house has five rooms and one direction; each package is one stage of the pipeline. */
final class HouseRulesTest {
    private static final String[] DSL = {
        "dev.assay", "dev.assay.chart..", "dev.assay.plan..", "dev.assay.dsl..", "dev.assay.record.."
    };
    private static final String[] REPORTS = {
        "dev.assay.estimate..", "dev.assay.judge..", "dev.assay.report..", "dev.assay.render..", "dev.assay.gate.."
    };
    private static final String[] RUNTIME = {
        "dev.assay.engine..",
        "dev.assay.trial..",
        "dev.assay.train..",
        "dev.assay.worker..",
        "dev.assay.ledger..",
        "dev.assay.provenance..",
        "dev.assay.run..",
        "dev.assay.command..",
        "dev.assay.junit.."
    };
    private static final String PROCESSOR = "dev.assay.processor..";
    private static final String EXPERIMENTS = "dev.assay.experiments..";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.assay");

    @Test
    void everyClassLivesInARoom() {
        classes()
                .that()
                .resideInAPackage("dev.assay..")
                .should()
                .resideInAnyPackage(concat(DSL, REPORTS, RUNTIME, new String[] {PROCESSOR, EXPERIMENTS}))
                .check(ALL);
    }

    @Test
    void roomsLookOneWayOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(DSL)
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.assay..").and(resideOutsideOfPackages(DSL)))
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage(REPORTS)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.assay..").and(resideOutsideOfPackages(concat(DSL, REPORTS))))
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage(PROCESSOR)
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.assay..")
                        .and(resideOutsideOfPackages(concat(DSL, new String[] {PROCESSOR}))))
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage(RUNTIME)
                .should()
                .dependOnClassesThat(resideInAnyPackage(PROCESSOR, EXPERIMENTS))
                .check(ALL);
    }

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching("dev.assay.(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void onlyTheEnginePackageNamesAnEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl.mxnet..", "ai.djl.pytorch..", "ai.djl.engine..")
                .allowEmptyShould(true)
                .because(
                        "quirks of engines live in one package; a gradient collector is the one thing training asks for")
                .check(ALL.that(DescribedPredicate.not(resideInAnyPackage("dev.assay.train.."))));
    }

    @Test
    void everyRandomNumberComesFromAStreamOfTheTrial() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.assay.experiments..", "dev.assay.train..", "dev.assay.trial..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethodWhere(drawsFromTheEngine())
                .check(ALL);
    }

    private static DescribedPredicate<JavaMethodCall> drawsFromTheEngine() {
        Set<String> names = Set.of(
                "randomNormal",
                "randomUniform",
                "randomInteger",
                "randomPermutation",
                "truncatedNormal",
                "randomMultinomial",
                "sampleNormal",
                "setRandomSeed",
                "sampleGamma",
                "samplePoisson");
        return new DescribedPredicate<>("a generator of the engine") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().getPackageName().startsWith("ai.djl")
                        && names.contains(call.getTarget().getName());
            }
        };
    }

    @Test
    void namesSayWhatIsInside() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|AbstractFactory)")
                .orShould()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..")
                .check(ALL);
    }

    private static String[] concat(String[]... parts) {
        return java.util.Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }
}
