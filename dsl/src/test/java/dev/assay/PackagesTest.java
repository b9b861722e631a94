package dev.assay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What each package of this module may know. */
class PackagesTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.assay");

    @Test
    void allPackagesAreSeen() {
        assertThat(ALL.stream().map(type -> type.getPackageName()).distinct())
                .containsExactlyInAnyOrder(
                        "dev.assay", "dev.assay.chart", "dev.assay.dsl", "dev.assay.plan", "dev.assay.record");
    }

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching("(dev.assay..)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void onlyTheTrialKnowsArrays() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .because("who reads plans and records needs no engine")
                .check(ALL);
    }

    @Test
    void chartsKnowNothingOfTheRest() {
        noClasses()
                .that()
                .resideInAPackage("dev.assay.chart")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.assay", "dev.assay.plan", "dev.assay.record", "dev.assay.dsl")
                .check(ALL);
    }

    @Test
    void dataHoldsNoCode() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("dev.assay.plan", "dev.assay.record", "dev.assay.chart")
                .should()
                .haveRawType(resideInAPackage("java.util.function"))
                .check(ALL);
    }

    @Test
    void jsonIsWrittenInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.record")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(ALL);
    }

    @Test
    void dataCannotBeExtended() {
        classes()
                .that()
                .resideInAnyPackage("dev.assay.plan", "dev.assay.record", "dev.assay.chart")
                .and()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(ALL);
    }
}
