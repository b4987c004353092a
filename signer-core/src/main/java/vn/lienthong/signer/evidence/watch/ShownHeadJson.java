package vn.lienthong.signer.evidence.watch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.JsonFields;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.SealedHead;

/** A head as the log's API spells it, and a watcher's state after it. */
final class ShownHeadJson {
    private static final int MOST = 64;

    private ShownHeadJson() {}

    static ShownHead read(JsonFields json) throws MalformedEvidenceException {
        SealedHead sealed = new SealedHead(
                Bytes.of(json.text("head").getBytes(StandardCharsets.UTF_8)),
                Bytes.of(base64(json.text("seal"))),
                Bytes.of(base64(json.text("timestamp"))));
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> crls = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (String one : few(json.texts("certificates"))) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(base64(one))));
            }
            for (String one : few(json.texts("crls"))) {
                crls.add((X509CRL) factory.generateCRL(new ByteArrayInputStream(base64(one))));
            }
        } catch (CertificateException | CRLException e) {
            throw new MalformedEvidenceException(Reason.NOT_A_CERTIFICATE, "a certificate or list is none", e);
        }
        return new ShownHead(sealed, certificates, crls);
    }

    static void write(JsonGenerator json, ShownHead shown) throws IOException {
        json.writeStringField("head", new String(shown.sealed().head().toArray(), StandardCharsets.UTF_8));
        json.writeStringField("seal", base64(shown.sealed().seal().toArray()));
        json.writeStringField("timestamp", base64(shown.sealed().timestamp().toArray()));
        try {
            json.writeArrayFieldStart("certificates");
            for (X509Certificate certificate : shown.certificates()) {
                json.writeString(base64(certificate.getEncoded()));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("crls");
            for (X509CRL crl : shown.crls()) {
                json.writeString(base64(crl.getEncoded()));
            }
            json.writeEndArray();
        } catch (CertificateException | CRLException e) {
            throw new IllegalStateException("what was read has an encoding", e);
        }
    }

    private static List<String> few(List<String> texts) throws MalformedEvidenceException {
        if (texts.size() > MOST) {
            throw new MalformedEvidenceException(Reason.LIMIT_EXCEEDED, "more than " + MOST + " certificates or lists");
        }
        return texts;
    }

    private static byte[] base64(String text) throws MalformedEvidenceException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, "base64 was expected", e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
