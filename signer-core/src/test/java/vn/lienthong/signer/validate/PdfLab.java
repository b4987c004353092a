package vn.lienthong.signer.validate;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** Signs PDFs by our own signer and by DSS, changes them through PDFBox, and asks for the verdict. */
public final class PdfLab {
    final ValidationFixture fixture;
    private final SignatureValidator validator;
    private int count;

    public PdfLab(Path folder) {
        fixture = new ValidationFixture(folder);
        validator = fixture.validator();
    }

    Path file(byte[] pdf) {
        return fixture.file("lab-" + count++ + ".pdf", pdf);
    }

    public ValidationOutcome judge(byte[] pdf) {
        Path file = file(pdf);
        try {
            ValidationOutcome outcome = validator.validate(file);
            Files.delete(file);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody would be told that it is valid. */
    boolean isValid(byte[] pdf) {
        return judge(pdf) instanceof Judged judged && judged.report().verdict() == Verdict.VALID;
    }

    public byte[] sign(byte[] pdf, SignatureLevel level) {
        try {
            Path document = file(pdf);
            Path signed = fixture.pdf(document, "lab-signed-" + count++ + ".pdf", level);
            return Files.readAllBytes(signed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signed by DSS, as another product would. */
    public byte[] signByDss(byte[] pdf, Consumer<PAdESSignatureParameters> how) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        fixture.prepare(parameters);
        how.accept(parameters);
        PAdESService service = service();
        InMemoryDocument document = new InMemoryDocument(pdf, "a.pdf");
        var value = fixture.value(service.getDataToSign(document, parameters), parameters.getSignatureAlgorithm());
        return octets(service.signDocument(document, parameters, value));
    }

    /** Raised to a level with validation data, and with a document timestamp. */
    public byte[] extend(byte[] pdf, eu.europa.esig.dss.enumerations.SignatureLevel level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        return octets(service().extendDocument(new InMemoryDocument(pdf, "a.pdf"), parameters));
    }

    /** With a document timestamp alone. */
    public byte[] timestamp(byte[] pdf) {
        PAdESTimestampParameters parameters = new PAdESTimestampParameters(DigestAlgorithm.SHA256);
        return octets(service().timestamp(new InMemoryDocument(pdf, "a.pdf"), parameters));
    }

    private PAdESService service() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new eu.europa.esig.dss.model.x509.CertificateToken(fixture.pki.root()));
        verifier.setTrustedCertSources(anchors);
        verifier.setCrlSource(vn.lienthong.signer.revocation.RevocationSources.folder(fixture.crls())
                .crl()
                .orElseThrow());
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnInvalidTimestamp(new SilentOnStatusAlert());
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        verifier.setAlertOnNoRevocationAfterBestSignatureTime(new SilentOnStatusAlert());
        verifier.setAlertOnRevokedCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnUncoveredPOE(new SilentOnStatusAlert());
        verifier.setAugmentationAlertOnHigherSignatureLevel(new SilentOnStatusAlert());
        verifier.setAugmentationAlertOnSignatureWithoutCertificates(new SilentOnStatusAlert());
        verifier.setAugmentationAlertOnSelfSignedCertificateChains(new SilentOnStatusAlert());
        PAdESService service = new PAdESService(verifier);
        service.setTspSource(tsp());
        return service;
    }

    private TSPSource tsp() {
        return (algorithm, digest) -> {
            TimestampOutcome outcome = fixture.timestamps.timestamp(new Digest(
                    vn.lienthong.signer.algorithm.DigestAlgorithm.ofOid(algorithm.getOid())
                            .orElseThrow(),
                    Bytes.of(digest)));
            return new TimestampBinary(
                    ((TimestampOutcome.Granted) outcome).token().der().toArray());
        };
    }

    private static byte[] octets(DSSDocument document) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a document that is open, and says which dictionaries it changed. */
    interface Edit {
        List<COSDictionary> apply(PDDocument document) throws IOException;
    }

    /** An incremental update by PDFBox, in which each object stands once. */
    static byte[] update(byte[] pdf, Edit edit) {
        List<COSDictionary> changed = new ArrayList<>();
        byte[] linked = update(pdf, edit, changed, Set.of());
        Set<String> written = headers(pdf, linked);
        Set<Integer> left = new HashSet<>();
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).getKey() == null || !written.contains(header(changed.get(i)))) {
                left.add(i);
            }
        }
        if (left.isEmpty()) {
            return linked;
        }
        byte[] updated = update(pdf, edit, new ArrayList<>(), left);
        headers(pdf, updated);
        return updated;
    }

    private static byte[] update(byte[] pdf, Edit edit, List<COSDictionary> changed, Set<Integer> byThemselves) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            changed.addAll(edit.apply(document));
            changed.forEach(object -> object.setNeedToBeUpdated(true));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(
                    out, byThemselves.stream().map(changed::get).collect(Collectors.toSet()));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(COSDictionary object) {
        return object.getKey().getNumber() + " " + object.getKey().getGeneration() + " obj";
    }

    /** What objects an update brings. */
    static Set<String> headers(byte[] before, byte[] after) {
        String tail = new String(after, before.length, after.length - before.length, StandardCharsets.ISO_8859_1);
        Set<String> headers = new HashSet<>();
        Matcher header = Pattern.compile("(?m)^\\d+ \\d+ obj").matcher(tail);
        while (header.find()) {
            if (!headers.add(header.group())) {
                throw new IllegalStateException("PDFBox wrote twice " + header.group());
            }
        }
        return headers;
    }
}
