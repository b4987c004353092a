package vn.lienthong.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A client of the server's front doors and of the signer: it knows nothing of the server's insides. */
@AnalyzeClasses(packages = "vn.lienthong.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("vn.lienthong.bench.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsDoNotKnowOneAnother = slices().matching("vn.lienthong.bench.(signer|verify|exchange)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule knowsTheServerByItsProtocolsAlone = noClasses()
            .that()
            .resideInAPackage("vn.lienthong.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.lienthong.exchange..");

    @ArchTest
    static final ArchRule onlyBareDssTouchesDss = noClasses()
            .that()
            .resideOutsideOfPackage("..bench.dss..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("eu.europa.esig..");
}
