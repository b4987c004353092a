package vn.lienthong.signer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** A plain library: no container, no exchange, no package that needs another one that needs it. */
@AnalyzeClasses(packages = "vn.lienthong.signer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoContainer = noClasses()
            .that()
            .resideInAPackage("vn.lienthong.signer..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta..", "org.jboss..", "org.wildfly..", "vn.lienthong.exchange..")
                            // what DSS throws when its own policy cannot be read
                            .and(not(name("jakarta.xml.bind.JAXBException"))))
            .because("it is used from a main() and from tests as it is");

    @ArchTest
    static final ArchRule partsAreFreeOfCycles =
            slices().matching("vn.lienthong.signer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().assignedFrom(new FullPackage())
            .should()
            .beFreeOfCycles()
            .because("a package that is understood only together with another is not a package");

    @ArchTest
    static final ArchRule thePortDoesNotKnowItsAdapters = noClasses()
            .that()
            .resideInAPackage("vn.lienthong.signer.token")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..token.cryptoki..", "..token.softkey..");

    @ArchTest
    static final ArchRule valuesImportNothing = classes()
            .that()
            .resideInAPackage("..signer.algorithm..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "vn.lienthong.signer.algorithm..");

    @ArchTest
    static final ArchRule onlyTheBindingCallsForeignCode = noClasses()
            .that()
            .resideOutsideOfPackage("..token.cryptoki..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.foreign..")
            .because("one place checks pointers and lengths");

    @ArchTest
    static final ArchRule noMethodThrowsEverything = methods()
            .should()
            .notDeclareThrowableOfType(Exception.class)
            .andShould()
            .notDeclareThrowableOfType(RuntimeException.class)
            .because("who calls it could not decide about anything");

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
