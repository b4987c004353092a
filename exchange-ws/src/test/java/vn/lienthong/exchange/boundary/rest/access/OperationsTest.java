package vn.lienthong.exchange.boundary.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** What holds for every operation of the REST API. */
class OperationsTest {
    private static final List<JavaMethod> OPERATIONS = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("vn.lienthong.exchange.boundary.rest")
                    .stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .map(JavaClass::getMethods)
                    .flatMap(Set::stream)
                    .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                    .toList();

    @Test
    void eachSaysWhoMayUseIt() {
        assertThat(OPERATIONS)
                .hasSizeGreaterThan(15)
                .allSatisfy(method -> assertThat(method.isAnnotatedWith(RolesNeeded.class))
                        .as(method.getFullName())
                        .isNotEqualTo(method.isAnnotatedWith(OpenToStrangers.class)));
    }

    /** What nobody has to show a token for is the log, and it is only read. */
    @Test
    void nothingButTheLogIsOpenToStrangers() {
        assertThat(OPERATIONS)
                .filteredOn(method -> method.isAnnotatedWith(OpenToStrangers.class))
                .hasSize(6)
                .allSatisfy(method -> {
                    assertThat(method.getOwner().getAnnotationOfType(Path.class).value())
                            .isEqualTo("log");
                    assertThat(method.isAnnotatedWith(GET.class)).isTrue();
                });
    }

    @Test
    void eachIsDescribedUnderANameOfItsOwn() {
        assertThat(OPERATIONS).allSatisfy(method -> {
            assertThat(method.isAnnotatedWith(APIResponse.class) || method.isAnnotatedWith(APIResponses.class))
                    .as(method.getFullName())
                    .isTrue();
            assertThat(method.getAnnotationOfType(Operation.class).summary()).isNotBlank();
            assertThat(method.getOwner().isAnnotatedWith(SecurityRequirement.class))
                    .isEqualTo(method.isAnnotatedWith(RolesNeeded.class));
        });
        assertThat(OPERATIONS)
                .extracting(
                        method -> method.getAnnotationOfType(Operation.class).operationId())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void refusesACallerWithoutTheRole() throws NoSuchMethodException {
        RolesNeeded audit = annotated("forAuditors");

        Admission.permit(caller(Role.AUDIT), audit);
        assertRefused(caller(Role.EXCHANGE, Role.SIGN, Role.VERIFY, Role.OPERATE), audit);
    }

    @Test
    void letsAnyKnownCallerUseWhatNamesNoRole() throws NoSuchMethodException {
        Admission.permit(caller(), annotated("forAnybody"));
    }

    @Test
    void refusesEverybodyWhatSaysNothing() {
        assertRefused(caller(Role.values()), null);
    }

    private static void assertRefused(Caller caller, RolesNeeded needed) {
        assertThatThrownBy(() -> Admission.permit(caller, needed))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.NOT_PERMITTED));
    }

    private static Caller caller(Role... roles) {
        return new Caller("qlvb.x", Caller.Kind.SYSTEM, Set.of(), Set.of(roles));
    }

    private static RolesNeeded annotated(String name) throws NoSuchMethodException {
        return OperationsTest.class.getDeclaredMethod(name).getAnnotation(RolesNeeded.class);
    }

    @RolesNeeded(Role.AUDIT)
    void forAuditors() {}

    @RolesNeeded({})
    void forAnybody() {}
}
