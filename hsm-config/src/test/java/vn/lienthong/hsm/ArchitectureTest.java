package vn.lienthong.hsm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a ceremony file says is read without any device; no package needs one that needs it. */
@AnalyzeClasses(packages = "vn.lienthong.hsm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("vn.lienthong.hsm.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aPlanTouchesNoDevice = noClasses()
            .that()
            .resideInAPackage("..hsm.plan..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("CryptokiSession")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("CryptokiModule")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("..hsm.perform..", "..hsm.tool..", "..hsm.cli..");
}
