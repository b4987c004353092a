package vn.lienthong.exchange.boundary.soap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.boundary.soap.security.SystemKeys.P256;
import static vn.lienthong.exchange.boundary.soap.security.SystemKeys.RSA;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.InMemoryReplayWindow;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Who is believed, and every way in which a signature may seem to be there and is not. */
final class RequestGuardTest {
    private static final Instant NOW = Clock.systemUTC().instant();
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String MESSAGE =
            "<GetTraces xmlns=\"urn:lienthong:exchange:1\"><DocId>0190b5a0-0000-7000-8000-000000000001</DocId></GetTraces>";
    private static final Map<SigningKey, String> KNOWN =
            Map.of(RSA, "ministry", P256, "province", SystemKeys.WEAK, "weak");

    private final RequestGuard guard = guard(CLOCK);

    private static RequestGuard guard(Clock clock) {
        return new RequestGuard(
                new SignatureCheck(List.of(SystemKeys.PKI.root(), SystemKeys.PKI.intermediate()), clock),
                certificate -> KNOWN.entrySet().stream()
                        .filter(known -> known.getKey().certificate().equals(certificate))
                        .findFirst()
                        .map(known ->
                                new Caller(known.getValue(), Caller.Kind.SYSTEM, Set.of(), Set.of(Role.EXCHANGE))),
                new InMemoryReplayWindow());
    }

    private static Document signedBy(SigningKey key) {
        Document envelope = SoapXml.envelope(MESSAGE);
        new EnvelopeSigner(key, CLOCK).sign(envelope);
        return SoapXml.reparsed(envelope);
    }

    private void refuses(Document envelope, FailureCode code) {
        assertThatThrownBy(() -> guard.admit(SoapXml.reparsed(envelope)))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }

    private void refusesChanged(FailureCode code, Consumer<Document> change) {
        Document envelope = signedBy(P256);
        change.accept(envelope);
        refuses(envelope, code);
    }

    private static void replaceText(Document document, String from, String to) {
        String text = SoapXml.text(document);
        assertThat(text).contains(from);
        Document changed = SoapXml.parse(text.replace(from, to));
        document.replaceChild(document.adoptNode(changed.getDocumentElement()), document.getDocumentElement());
    }

    private static Element body(Document envelope) {
        return SoapXml.first(envelope, SoapNames.ENVELOPE, "Body");
    }

    private static Element header(Document envelope) {
        return SoapXml.first(envelope, SoapNames.ENVELOPE, "Header");
    }

    private static Element security(Document envelope) {
        return SoapXml.first(envelope, SoapNames.WSSE, "Security");
    }

    @Test
    void admitsASystemWithAnRsaKey() {
        assertThat(guard.admit(signedBy(RSA)).name()).isEqualTo("ministry");
    }

    @Test
    void admitsASystemWithAP256Key() {
        assertThat(guard.admit(signedBy(P256)).name()).isEqualTo("province");
    }

    @Test
    void refusesAnUnsignedRequest() {
        refuses(SoapXml.envelope(MESSAGE), FailureCode.SIGNATURE_MISSING);
    }

    @Test
    void refusesAnEnvelopeWithoutHeader() {
        refusesChanged(
                FailureCode.SIGNATURE_MISSING,
                envelope -> header(envelope).getParentNode().removeChild(header(envelope)));
    }

    @Test
    void refusesAStrangerWithTheSameNameUnderAnotherAuthority() {
        refuses(signedBy(SystemKeys.STRANGER), FailureCode.CREDENTIALS_INVALID);
    }

    @Test
    void refusesACertificateOfOurAuthorityThatNoSystemRegistered() {
        refuses(signedBy(SystemKeys.unregistered()), FailureCode.CREDENTIALS_INVALID);
    }

    @Test
    void refusesAnExpiredCertificate() {
        refuses(signedBy(SystemKeys.EXPIRED), FailureCode.CREDENTIALS_INVALID);
    }

    @Test
    void refusesAnRsa1024Key() {
        refuses(signedBy(SystemKeys.WEAK), FailureCode.SIGNATURE_INVALID);
    }

    @Test
    void refusesASignatureOverAnotherBody() {
        refusesChanged(
                FailureCode.SIGNATURE_INVALID, envelope -> replaceText(envelope, "000000000001</", "000000000002</"));
    }

    @Test
    void refusesABodyThatWasMovedIntoTheHeader() {
        refusesChanged(FailureCode.SIGNATURE_MISSING, envelope -> {
            Element signed = body(envelope);
            Element evil = (Element) signed.cloneNode(true);
            evil.setAttributeNS(SoapNames.WSU, "wsu:Id", "evil");
            signed.getParentNode().replaceChild(evil, signed);
            Element aside = envelope.createElementNS("urn:aside", "Aside");
            header(envelope).appendChild(aside).appendChild(signed);
        });
    }

    @Test
    void refusesABodyThatTakesTheIdOfTheSignedOne() {
        refusesChanged(FailureCode.SIGNATURE_INVALID, envelope -> {
            Element signed = body(envelope);
            Element evil = (Element) signed.cloneNode(true);
            signed.getParentNode().replaceChild(evil, signed);
            header(envelope)
                    .appendChild(envelope.createElementNS("urn:aside", "Aside"))
                    .appendChild(signed);
        });
    }

    @Test
    void refusesTwoBodies() {
        refusesChanged(FailureCode.SIGNATURE_INVALID, envelope -> {
            Element evil = (Element) body(envelope).cloneNode(true);
            evil.removeAttributeNS(SoapNames.WSU, "Id");
            body(envelope).getParentNode().insertBefore(evil, body(envelope));
        });
    }

    @Test
    void refusesTwoMessagesInOneBody() {
        refusesChanged(
                FailureCode.SIGNATURE_INVALID,
                envelope -> body(envelope)
                        .appendChild(body(envelope).getFirstChild().cloneNode(true)));
    }

    @Test
    void refusesTwoTimestamps() {
        refusesChanged(FailureCode.SIGNATURE_INVALID, envelope -> {
            Element second = (Element)
                    SoapXml.first(envelope, SoapNames.WSU, "Timestamp").cloneNode(true);
            second.setAttributeNS(SoapNames.WSU, "wsu:Id", "second");
            security(envelope).insertBefore(second, security(envelope).getFirstChild());
        });
    }

    @Test
    void refusesTwoSecurityHeaders() {
        refusesChanged(
                FailureCode.SIGNATURE_INVALID,
                envelope -> header(envelope).appendChild(envelope.createElementNS(SoapNames.WSSE, "wsse:Security")));
    }

    @Test
    void refusesATokenOfAnotherKindInTheSecurityHeader() {
        refusesChanged(
                FailureCode.SIGNATURE_INVALID,
                envelope ->
                        security(envelope).appendChild(envelope.createElementNS(SoapNames.WSSE, "wsse:UsernameToken")));
    }

    @Test
    void refusesATimestampThatIsNotSigned() {
        Document envelope = SoapXml.envelope(MESSAGE);
        Signatures.over(envelope, P256, CLOCK, "Body");
        refuses(envelope, FailureCode.SIGNATURE_MISSING);
    }

    @Test
    void refusesABodyThatIsNotSigned() {
        Document envelope = SoapXml.envelope(MESSAGE);
        Signatures.over(envelope, P256, CLOCK, "Timestamp");
        refuses(envelope, FailureCode.SIGNATURE_MISSING);
    }

    @Test
    void refusesATimestampMadeFresh() {
        refusesChanged(
                FailureCode.SIGNATURE_INVALID,
                envelope -> SoapXml.first(envelope, SoapNames.WSU, "Expires")
                        .setTextContent(NOW.plus(Duration.ofDays(1)).toString()));
    }

    @Test
    void refusesAnExpiredTimestamp() {
        Document envelope = signedBy(P256);
        assertThatThrownBy(
                        () -> guard(Clock.offset(CLOCK, Duration.ofMinutes(6))).admit(envelope))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.TIMESTAMP_STALE));
    }

    @Test
    void refusesATimestampOfTheFuture() {
        Document envelope = signedBy(P256);
        assertThatThrownBy(
                        () -> guard(Clock.offset(CLOCK, Duration.ofMinutes(-2))).admit(envelope))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.TIMESTAMP_STALE));
    }

    @Test
    void refusesATimestampThatClaimsALongLife() {
        Document envelope = SoapXml.envelope(MESSAGE);
        Signatures.with(P256, Clock.offset(CLOCK, Duration.ofHours(-1)))
                .life(Duration.ofDays(2))
                .sign(envelope);
        refuses(envelope, FailureCode.TIMESTAMP_STALE);
    }

    @Test
    void refusesAReplay() {
        Document envelope = signedBy(P256);
        guard.admit(SoapXml.reparsed(envelope));
        refuses(envelope, FailureCode.REQUEST_REPLAYED);
    }

    @Test
    void refusesAReplayWhoseEcdsaSignatureWasTurnedIntoItsOtherForm() {
        Document envelope = signedBy(P256);
        guard.admit(SoapXml.reparsed(envelope));
        Signatures.turnEcdsaValue(envelope);
        refuses(envelope, FailureCode.REQUEST_REPLAYED);
    }

    @Test
    void refusesASha1Signature() {
        Document envelope = SoapXml.envelope(MESSAGE);
        Signatures.with(RSA, CLOCK)
                .algorithm("http://www.w3.org/2000/09/xmldsig#rsa-sha1")
                .sign(envelope);
        refuses(envelope, FailureCode.SIGNATURE_INVALID);
    }

    @Test
    void refusesASha1Digest() {
        Document envelope = SoapXml.envelope(MESSAGE);
        Signatures.with(RSA, CLOCK)
                .digest("http://www.w3.org/2000/09/xmldsig#sha1")
                .sign(envelope);
        refuses(envelope, FailureCode.SIGNATURE_INVALID);
    }

    @Test
    void refusesInclusiveCanonicalization() {
        Document envelope = SoapXml.envelope(MESSAGE);
        Signatures.with(RSA, CLOCK)
                .canonicalization("http://www.w3.org/TR/2001/REC-xml-c14n-20010315")
                .sign(envelope);
        refuses(envelope, FailureCode.SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- c -->", "<?p i?>"})
    void refusesWhatASignatureDoesNotCover(String inserted) {
        refusesChanged(
                FailureCode.SIGNATURE_INVALID,
                envelope -> replaceText(envelope, "<DocId>0190", "<DocId>01" + inserted + "90"));
    }

    @Test
    void refusesWhatIsNotSoap11() {
        Document soap12 = SoapXml.parse(
                SoapXml.text(signedBy(P256)).replace(SoapNames.ENVELOPE, "http://www.w3.org/2003/05/soap-envelope"));
        refuses(soap12, FailureCode.SIGNATURE_INVALID);
    }

    @Test
    void asksForTheSystemOfNoCertificateBeforeItsSignatureHolds() {
        RequestGuard strict = new RequestGuard(
                new SignatureCheck(List.of(SystemKeys.PKI.root(), SystemKeys.PKI.intermediate()), CLOCK),
                certificate -> {
                    throw new AssertionError("asked");
                },
                new InMemoryReplayWindow());
        Document envelope = signedBy(P256);
        replaceText(envelope, "000000000001</", "000000000002</");
        assertThatThrownBy(() -> strict.admit(envelope)).isInstanceOf(FailureException.class);
    }
}
