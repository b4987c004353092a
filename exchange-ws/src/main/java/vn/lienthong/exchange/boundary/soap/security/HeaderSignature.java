package vn.lienthong.exchange.boundary.soap.security;

import static vn.lienthong.exchange.boundary.soap.security.SignedEnvelope.invalid;
import static vn.lienthong.exchange.boundary.soap.security.SignedEnvelope.missing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.xml.security.algorithms.SignatureAlgorithm;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.Reference;
import org.apache.xml.security.signature.SignedInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * The signature in a Header whose Body was not read yet: the value over SignedInfo, and the digest of the Timestamp, can
 * be checked already. So nobody but a holder of a known key makes the server read and keep a Body.
 *
 * <p>What holds here is checked again, with everything else, once the envelope is there: see {@link SignatureCheck}.
 */
record HeaderSignature(SecurityHeader header, X509Certificate certificate) {
    private static final Set<String> ALGORITHMS = Set.of(SoapNames.RSA_SHA256, SoapNames.ECDSA_SHA256);
    /** Body, Timestamp, and a token that some sign too; each costs a digest. */
    private static final int MOST_REFERENCES = 8;

    static {
        WSSConfig.init();
    }

    /** @throws FailureException with {@code signature-missing} or {@code signature-invalid} if there is none */
    static HeaderSignature of(Document begun) {
        List<Element> parts = SignedEnvelope.children(begun.getDocumentElement());
        if (parts.isEmpty() || !SignedEnvelope.isNamed(parts.get(0), SoapNames.ENVELOPE, "Header")) {
            throw missing("Body");
        }
        SecurityHeader header = SecurityHeader.in(parts.get(0));
        return new HeaderSignature(header, certificate(header.token()));
    }

    private static X509Certificate certificate(Element token) {
        try {
            byte[] octets = Base64.getMimeDecoder().decode(token.getTextContent());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(octets));
        } catch (CertificateException | IllegalArgumentException e) {
            throw invalid("the token is no certificate");
        }
    }

    /** When the header says that it was made. */
    Instant created() {
        for (Element child : SignedEnvelope.children(header.timestamp())) {
            if (SignedEnvelope.isNamed(child, SoapNames.WSU, "Created")) {
                try {
                    return Instant.parse(child.getTextContent().strip());
                } catch (DateTimeParseException e) {
                    throw invalid("the time of its making");
                }
            }
        }
        throw missing("Created");
    }

    /** @throws FailureException with {@code signature-invalid} unless the certificate's key signed this header */
    void requireHolds() {
        try {
            XMLSignature signature = new XMLSignature(header.signature(), "", true);
            SignedInfo info = signature.getSignedInfo();
            boolean known = ALGORITHMS.contains(info.getSignatureMethodURI())
                    && SoapNames.EXCLUSIVE_C14N.equals(info.getCanonicalizationMethodURI())
                    && info.getLength() <= MOST_REFERENCES;
            if (!known || !isSignedInfoSigned(signature, info) || !isTimestampCovered(info)) {
                throw invalid("the value, an algorithm or a reference does not hold");
            }
        } catch (XMLSecurityException | IOException e) {
            throw invalid("the value, an algorithm or a reference does not hold");
        }
    }

    private boolean isSignedInfoSigned(XMLSignature signature, SignedInfo info)
            throws XMLSecurityException, IOException {
        SignatureAlgorithm algorithm = info.getSignatureAlgorithm();
        algorithm.initVerify(certificate.getPublicKey());
        algorithm.update(info.getCanonicalizedOctetStream());
        return algorithm.verify(signature.getSignatureValue());
    }

    private boolean isTimestampCovered(SignedInfo info) throws XMLSecurityException {
        Element timestamp = header.timestamp();
        String id = timestamp.getAttributeNS(SoapNames.WSU, "Id");
        if (id.isEmpty()) {
            throw missing("Timestamp");
        }
        timestamp.setIdAttributeNS(SoapNames.WSU, "Id", true);
        for (int i = 0; i < info.getLength(); i++) {
            Reference reference = info.item(i);
            if (("#" + id).equals(reference.getURI())) {
                return isPlain(reference.getTransforms()) && reference.verify();
            }
        }
        throw missing("Timestamp");
    }

    /** Exclusive canonicalization alone: other transforms are programs of the sender's. */
    private static boolean isPlain(Transforms transforms) throws XMLSecurityException {
        return transforms != null
                && transforms.getLength() == 1
                && SoapNames.EXCLUSIVE_C14N.equals(transforms.item(0).getURI());
    }
}
