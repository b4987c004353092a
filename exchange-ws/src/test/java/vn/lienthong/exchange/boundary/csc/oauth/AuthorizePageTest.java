package vn.lienthong.exchange.boundary.csc.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.exchange.application.remote.AuthorizeSignatures;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.CredentialId;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.boundary.csc.CscServer;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.token.CertifiedKey;

/** What the pages say to people, and to browsers and screen readers. */
class AuthorizePageTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final CertifiedKey KEY =
            TestPki.at(NOW).issue(Profile.signer("Trần Thị Bình")).under("official");
    private static final Credential CREDENTIAL = new Credential(
            new CredentialId("0".repeat(32)),
            new Caller("tran-thi-binh", Caller.Kind.PERSON, Set.of(), Set.of(Role.SIGN)),
            KEY,
            true,
            false);
    private static final SignatureWish WISH = new SignatureWish(
            CREDENTIAL.id().value(),
            DigestAlgorithm.SHA256,
            List.of(new DocumentHash("ab".repeat(32)), new DocumentHash("cd".repeat(32))),
            3);
    private static final AuthorizationRequest REQUEST = new AuthorizationRequest(
            new OAuthClient(
                    "ky",
                    "Phần mềm <b>ký số</b>",
                    null,
                    null,
                    List.of("https://ky.example.vn/tra-ve"),
                    List.of(),
                    false,
                    null),
            "https://ky.example.vn/tra-ve",
            null,
            Optional.of("1"),
            "c".repeat(43),
            Optional.of(WISH),
            List.of("Quyết định số 12/QĐ-UBND", ""),
            Optional.of("Ký ban hành \"hai\" văn bản"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void areWellFormedForEveryReader(Language language) throws IOException {
        AuthorizePage page = page(language, Optional.of("Sai mã"));
        int number = 0;
        for (String html : List.of(
                page.signIn(REQUEST),
                page.service(REQUEST, "tran-thi-binh"),
                page.signatures(REQUEST, WISH, CREDENTIAL, Optional.empty()),
                page.error(PageTexts.BAD_REQUEST))) {
            assertThat(html).contains("<html lang=\"" + (language == Language.EN ? "en" : "vi") + "\">");
            assertThat(html)
                    .doesNotContain("<script", "style=", " onclick", " onload", "javascript:", "http-equiv", "<b>ký");
            assertThat(count(html, "<h1>")).isEqualTo(1);
            assertThat(html).contains("role=\"alert\">Sai mã");
            // Each field that people fill in has a label of its own.
            for (MatchResult field : Pattern.compile("<input id=\"([a-z_]+)\"")
                    .matcher(html)
                    .results()
                    .toList()) {
                assertThat(html).contains("<label for=\"" + field.group(1) + "\">");
            }
            Path file = Path.of("target", "pages", language + "-" + number++ + ".html");
            Files.createDirectories(file.getParent());
            Files.writeString(file, html);
        }
    }

    @Test
    void showsWhatIsToBeSigned() {
        String html = page(Language.VI, Optional.empty()).signatures(REQUEST, WISH, CREDENTIAL, Optional.empty());
        assertThat(html)
                .contains("Phần mềm &lt;b&gt;ký số&lt;/b&gt;", "https://ky.example.vn", "Trần Thị Bình")
                .contains("Ký ban hành &quot;hai&quot; văn bản", "Số văn bản sẽ ký: <strong>3</strong>")
                .contains("chưa nêu ở đây: <strong>1</strong>")
                .contains("Quyết định số 12/QĐ-UBND", "SHA-256 " + "ab".repeat(32), "SHA-256 " + "cd".repeat(32))
                .doesNotContain("role=\"alert\"");
        assertThat(html.indexOf("cd".repeat(32))).isLessThan(html.indexOf("name=\"pin\""));
    }

    /** As an application asks: what is not shown cannot be agreed to, and what is too long cannot be shown. */
    @Test
    void showsWhatSignaturesWillSay() {
        String html = page(Language.VI, Optional.empty())
                .signatures(
                        asked("Ban <hành>", "Hà Nội"),
                        asked("Ban <hành>", "Hà Nội").wish().orElseThrow(),
                        CREDENTIAL,
                        Optional.empty());
        assertThat(html)
                .contains("Chữ ký sẽ ghi", "Lý do: <strong>Ban &lt;hành&gt;</strong>")
                .contains("Nơi ký: <strong>Hà Nội</strong>")
                .doesNotContain("Liên hệ");
        assertThat(html.indexOf("Ban &lt;hành")).isLessThan(html.indexOf("name=\"pin\""));
        assertThat(page(Language.VI, Optional.empty()).signatures(REQUEST, WISH, CREDENTIAL, Optional.empty()))
                .doesNotContain("Chữ ký sẽ ghi");
        assertThatThrownBy(() -> asked("x".repeat(501), "")).isInstanceOf(CscRefusal.class);
        assertThat(AuthorizeSignatures.commitment("ky", asked("a", "").wish().orElseThrow()))
                .isNotEqualTo(AuthorizeSignatures.commitment(
                        "ky", asked("b", "").wish().orElseThrow()));
    }

    @Test
    void showsTheKindThatIsAgreedTo() {
        String query = CscServer.encoded(Map.of(
                "response_type", "code",
                "scope", "credential",
                "code_challenge", "c".repeat(43),
                "code_challenge_method", "S256",
                "credentialID", CREDENTIAL.id().value(),
                "hashAlgorithmOID", "2.16.840.1.101.3.4.2.1",
                "hashes", Base64.getUrlEncoder().encodeToString(new byte[32]),
                "documentKind", "QĐ"));
        AuthorizationRequest request = AuthorizationRequests.parse(REQUEST.client(), FormParameters.parse(query));
        assertThat(page(Language.VI, Optional.empty())
                        .signatures(request, request.wish().orElseThrow(), CREDENTIAL, Optional.empty()))
                .contains("Loại văn bản: <strong>QĐ</strong>");
        assertThatThrownBy(() -> AuthorizationRequests.parse(
                        REQUEST.client(), FormParameters.parse(query).with("documentKind", "<b>")))
                .isInstanceOf(CscRefusal.class);
    }

    private static AuthorizationRequest asked(String reason, String place) {
        ObjectNode detail = Json.shared().createObjectNode().put("type", "credential");
        detail.put("credentialID", CREDENTIAL.id().value()).put("hashAlgorithmOID", "2.16.840.1.101.3.4.2.1");
        ObjectNode document = detail.putArray("documentDigests").addObject().put("label", "Công văn");
        document.put("hash", Base64.getEncoder().encodeToString(new byte[32]));
        ArrayNode said = document.putArray("signed_props");
        said.addObject().put("attribute_name", "Reason").put("attribute_value", reason);
        if (!place.isEmpty()) {
            said.addObject().put("attribute_name", "sigPl").put("attribute_value", place);
        }
        String query = CscServer.encoded(Map.of(
                "response_type", "code",
                "scope", "credential",
                "code_challenge", "c".repeat(43),
                "code_challenge_method", "S256",
                "authorization_details", "[" + detail + "]"));
        return AuthorizationRequests.parse(REQUEST.client(), FormParameters.parse(query));
    }

    @Test
    void keepsTheRequestInItsAddress() {
        assertThat(page(Language.VI, Optional.empty()).signIn(REQUEST))
                .contains("action=\"/csc/v2/oauth2/authorize?client_id=ky&amp;state=%22%3E%3Cx\"")
                .contains("href=\"/csc/v2/oauth2/authorize?client_id=ky&amp;lang=en&amp;state=%22%3E%3Cx\"")
                .contains("name=\"form_code\" value=\"mã\"");
    }

    private static AuthorizePage page(Language language, Optional<String> problem) {
        FormParameters query = FormParameters.parse("client_id=ky&state=%22%3E%3Cx");
        return new AuthorizePage(language, query, "mã", problem);
    }

    private static int count(String html, String what) {
        return html.split(Pattern.quote(what), -1).length - 1;
    }
}
