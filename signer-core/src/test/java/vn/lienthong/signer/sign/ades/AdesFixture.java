package vn.lienthong.signer.sign.ades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.counter.CounterSigner;
import vn.lienthong.signer.sign.dss.SignerStatus;
import vn.lienthong.signer.sign.pades.OfficialLetterFile;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Pem;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.LocalTimestampSource;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.DetachedContent;
import vn.lienthong.signer.validate.SignatureReport;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationLimits;
import vn.lienthong.signer.validate.ValidationOutcome;

/** An official with a key of each scheme, a time-stamping authority, documents to sign, and who judges the result. */
public final class AdesFixture {
    public static final String XML =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<congVan xmlns=\"urn:cv\"><so>12/UBND-VP</so><noiDung>Họp</noiDung></congVan>";

    public final Clock clock = Clock.systemUTC();
    public final TestPki pki = TestPki.at(clock.instant());
    public final KeysInMemory token = new KeysInMemory();
    private final Map<SignatureScheme, CertifiedKey> keys = new EnumMap<>(SignatureScheme.class);
    private final CertifiedKey tsa =
            token.put("tsa", pki.issue(Profile.timestamping("TSA").withScheme(SignatureScheme.ECDSA_SHA256)));
    private final Path folder;
    private final Path crls;

    /** @param folder must be empty */
    public AdesFixture(Path folder) {
        this.folder = folder;
        this.crls = folder.resolve("crls");
        try {
            Files.createDirectories(crls);
            writeCrls();
            Pem.write(folder.resolve("root.pem"), List.of(pki.root()));
            Files.writeString(folder.resolve("cong-van.xml"), XML);
            Files.writeString(folder.resolve("phu luc 1.txt"), "Phụ lục một\n".repeat(50));
            Files.write(folder.resolve("bang.bin"), "số liệu".getBytes(StandardCharsets.UTF_16));
            OfficialLetterFile.write(folder.resolve("cong-van.pdf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CertifiedKey key(SignatureScheme scheme) {
        return keys.computeIfAbsent(
                scheme,
                s -> token.put(
                        s.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        pki.issue(Profile.signer("Nguyễn Văn An").withScheme(s))));
    }

    /** Of the authority that {@link #timestamps} are by. */
    public X509Certificate tsaCertificate() {
        return tsa.certificate();
    }

    /** The revocation lists as the authorities now publish them. */
    public void writeCrls() throws IOException {
        Files.write(crls.resolve("issuing.crl"), pki.crl());
        Files.write(crls.resolve("root.crl"), pki.rootCrl());
    }

    public TimestampSource timestamps() {
        return new LocalTimestampSource(new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                tsa,
                token,
                new RandomSerialNumbers(new SecureRandom()),
                clock));
    }

    public AdesSigner signer() {
        return signer(timestamps(), revocation(), AdesLimits.DEFAULT);
    }

    public AdesSigner signer(TimestampSource timestamps, RevocationSources revocation, AdesLimits limits) {
        return new AdesSigner(token, timestamps, anchors(), revocation, SigningLimits.DEFAULT, limits, folder, clock);
    }

    public RevocationSources revocation() {
        return RevocationSources.folder(crls);
    }

    public CounterSigner counterSigner() {
        return new CounterSigner(
                token, new SignerStatus(revocation(), clock), SigningLimits.DEFAULT, AdesLimits.DEFAULT, folder, clock);
    }

    public TrustAnchors anchors() {
        try {
            return TrustAnchors.of(List.of(pki.root()));
        } catch (NoTrustAnchorsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is signed in that form: as many documents as it takes, up to three. */
    public List<NamedDocument> documents(SignatureForm form) {
        return switch (form) {
            case PADES -> List.of(document("cong-van.pdf"));
            case XADES_ENVELOPED -> List.of(document("cong-van.xml"));
            default ->
                form.mostDocuments() == 1
                        ? List.of(document("phu luc 1.txt"))
                        : List.of(document("phu luc 1.txt"), document("bang.bin"), document("cong-van.xml"));
        };
    }

    public NamedDocument document(String name) {
        return new NamedDocument(name, folder.resolve(name));
    }

    public SignDocumentOutcome sign(SignatureForm form, SignatureLevel level, SignatureScheme scheme, Path signed) {
        return signer().sign(request(form, level, key(scheme), documents(form), signed));
    }

    public static AdesRequest request(
            SignatureForm form, SignatureLevel level, CertifiedKey key, List<NamedDocument> documents, Path signed) {
        return new AdesRequest(
                documents, signed, key, form, level, SignatureDetails.NONE, Optional.empty(), Optional.empty());
    }

    public SignatureValidator validator() {
        return new SignatureValidator(anchors(), revocation(), ValidationLimits.DEFAULT, clock);
    }

    /** The report of our own validator. */
    public SignatureReport report(Path signed, Optional<Path> detached) throws IOException {
        ValidationOutcome outcome = detached.isPresent()
                ? validator().validate(signed, detached.get())
                : validator().validate(signed);
        if (outcome instanceof ValidationOutcome.Judged(SignatureReport report)) {
            return report;
        }
        throw new AssertionError(outcome);
    }

    /** The same for a signature over documents that lie beside it, under their names. */
    public SignatureReport report(Path signed, List<NamedDocument> contents) throws IOException {
        ValidationOutcome outcome = validator()
                .validate(
                        signed,
                        contents.stream()
                                .map(content -> new DetachedContent(content.name(), content.file()))
                                .toList());
        if (outcome instanceof ValidationOutcome.Judged(SignatureReport report)) {
            return report;
        }
        throw new AssertionError(outcome);
    }

    /** How DSS calls the level of that form. */
    public static String format(SignatureForm form, SignatureLevel level) {
        String name = form.name();
        String family = name.contains("XADES") ? "XAdES" : name.contains("CADES") ? "CAdES" : "";
        if (name.startsWith("PADES")) {
            family = "PAdES";
        } else if (name.startsWith("JADES")) {
            family = "JAdES";
        }
        return family + "-" + level.name().replace('_', '-');
    }
}
