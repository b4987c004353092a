package vn.lienthong.exchange;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import vn.lienthong.exchange.application.signing.SigningKeys;

/** One direction: boundary → application → domain ← infrastructure; wiring alone knows them all. */
@AnalyzeClasses(packages = "vn.lienthong.exchange", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("boundary")
            .definedBy("vn.lienthong.exchange.boundary..")
            .layer("application")
            .definedBy("vn.lienthong.exchange.application..")
            .layer("domain")
            .definedBy("vn.lienthong.exchange.domain..")
            .layer("infrastructure")
            .definedBy("vn.lienthong.exchange.infrastructure..")
            .layer("wiring")
            .definedBy("vn.lienthong.exchange.wiring..")
            .whereLayer("wiring")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("boundary")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("infrastructure")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("application")
            .mayOnlyBeAccessedByLayers("boundary", "wiring")
            // This port speaks of certificates and tokens in signer-core's types, which the domain does not import.
            .ignoreDependency(resideInAPackage("..infrastructure.signer.."), name(SigningKeys.class.getName()))
            .because("a use case that knows its protocol or its database cannot be given another one");

    @ArchTest
    static final ArchRule domainIsPure = classes()
            .that()
            .resideInAPackage("..exchange.domain..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "vn.lienthong.exchange.domain..")
                            .or(DescribedPredicate.describe("are primitive", JavaClass::isPrimitive))
                            .or(DescribedPredicate.describe("are arrays", JavaClass::isArray)))
            .because("what an exchange is outlives every library");

    @ArchTest
    static final ArchRule applicationIsContainerFree = noClasses()
            .that()
            .resideInAPackage("..exchange.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.jdbi..", "org.flywaydb..", "javax.sql..")
            .because("use cases are plain Java: tests make them with new");

    @ArchTest
    static final ArchRule webStaysAtTheBoundary = noClasses()
            .that()
            .resideOutsideOfPackages("..exchange.boundary..", "..exchange.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.xml.ws..", "jakarta.servlet..", "jakarta.jws..");

    @ArchTest
    static final ArchRule sqlStaysInPersistence = noClasses()
            .that()
            .resideOutsideOfPackages("..infrastructure.persistence..", "..exchange.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule layersAreFreeOfCycles =
            slices().matching("vn.lienthong.exchange.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().assignedFrom(new FullPackage())
            .should()
            .beFreeOfCycles()
            .because("a package that is understood only together with another is not a package");

    @ArchTest
    static final ArchRule fieldsAreNotInjected = fields().should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .because("a constructor says what an object needs");

    @ArchTest
    static final ArchRule noMethodThrowsEverything = methods()
            .should()
            .notDeclareThrowableOfType(Exception.class)
            .andShould()
            .notDeclareThrowableOfType(RuntimeException.class)
            .because("who calls it could not decide about anything");

    @ArchTest
    static final ArchRule noConstructorThrowsEverything =
            constructors().should().notDeclareThrowableOfType(Exception.class);

    @ArchTest
    static final ArchRule nobodyThrowsBareExceptions = noClasses()
            .that()
            .areNotAssignableTo(Throwable.class)
            .should()
            .callConstructor(RuntimeException.class, String.class)
            .orShould()
            .callConstructor(RuntimeException.class, String.class, Throwable.class)
            .orShould()
            .callConstructor(Exception.class, String.class);

    @ArchTest
    static final ArchRule useCasesAreFinal = classes()
            .that()
            .resideInAPackage("..exchange.application..")
            .and()
            .areNotInterfaces()
            .and()
            .areTopLevelClasses()
            .should()
            .notHaveModifier(ABSTRACT)
            .because("a use case is composed, not inherited");

    /** Each package is a slice of its own: a parent and its sub-package too. */
    private static final class FullPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return resideInAPackage("vn.lienthong..").test(type)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "full packages";
        }
    }
}
