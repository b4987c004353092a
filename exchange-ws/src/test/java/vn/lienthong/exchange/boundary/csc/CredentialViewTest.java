package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.CredentialId;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;

/** CSC API v2, section 11.5: the status of a certificate, and what is said of one that signs no more. */
class CredentialViewTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final CertifiedKey KEY =
            new KeysInMemory().put("bi", TestPki.at(NOW).issue(Profile.signer("Trần Thị Bình")));
    private static final CredentialView.Extent ALL =
            CredentialView.Extent.of(CscBody.parse("{\"authInfo\":true}".getBytes(StandardCharsets.UTF_8)));

    @Test
    void tellsTheStatusOfTheCertificate() {
        assertThat(status(credential(false), NOW)).isEqualTo("valid");
        assertThat(status(credential(true), NOW)).isEqualTo("revoked");
        assertThat(status(credential(false), NOW.plus(Duration.ofDays(36_500)))).isEqualTo("expired");
        assertThat(status(credential(false), NOW.minus(Duration.ofDays(36_500))))
                .isEqualTo("suspended");
        assertThat(view(credential(true), CredentialView.Auth.ON_PAGE)
                        .at("/key/status")
                        .asText())
                .isEqualTo("disabled");
    }

    @Test
    void tellsHowTheOfficialAuthorises() {
        JsonNode page = view(credential(false), CredentialView.Auth.ON_PAGE).path("auth");
        assertThat(page.path("mode").asText()).isEqualTo("oauth2code");
        assertThat(page.path("expression").asText()).isEqualTo("APPROVAL");
        assertThat(page.path("objects")).hasSize(1);
        JsonNode password =
                view(credential(false), CredentialView.Auth.BY_PASSWORD).path("auth");
        assertThat(password.path("expression").asText()).isEqualTo("(PIN AND OTP) OR APPROVAL");
        assertThat(password.path("objects")).hasSize(3);
        JsonNode passkey =
                view(credential(false), CredentialView.Auth.WITH_PASSKEY).path("auth");
        assertThat(passkey.path("expression").asText()).isEqualTo("(PIN AND (OTP OR PASSKEY)) OR APPROVAL");
        assertThat(passkey.path("objects")).hasSize(4);
    }

    @Test
    void saysWhyACertificateSignsNoMore() {
        CscErrors errors = new CscErrors(new FailureTexts());
        for (String why : new String[] {"revoked", "expired"}) {
            assertThat(errors.of(Failure.of(FailureCode.CERTIFICATE_NOT_VALID, "CN=Bình", why))
                            .description())
                    .isEqualTo("Signing certificate 'CN=Bình' is " + why);
        }
    }

    private static String status(Credential credential, Instant at) {
        return CredentialView.of(credential, ALL, CredentialView.Auth.ON_PAGE, at)
                .at("/cert/status")
                .asText();
    }

    private static JsonNode view(Credential credential, CredentialView.Auth auth) {
        return CredentialView.of(credential, ALL, auth, NOW);
    }

    private static Credential credential(boolean revoked) {
        Caller official = new Caller("tran-thi-binh", Caller.Kind.PERSON, Set.of(), Set.of(Role.SIGN));
        return new Credential(new CredentialId("0".repeat(32)), official, KEY, !revoked, revoked);
    }
}
