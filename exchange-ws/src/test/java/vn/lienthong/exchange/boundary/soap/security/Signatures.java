package vn.lienthong.exchange.boundary.soap.security;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signatures as a careless or hostile client makes them. */
final class Signatures {
    /** Order of the base point of P-256. Source: FIPS 186-5, SP 800-186 §3.2.1.3. */
    private static final BigInteger ORDER =
            new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);

    private final SigningKey key;
    private final Clock clock;
    private Duration life = Duration.ofMinutes(5);
    private String algorithm;
    private String digest = SoapNames.SHA256;
    private String canonicalization = SoapNames.EXCLUSIVE_C14N;
    private List<String> parts = List.of("Body", "Timestamp");

    private Signatures(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
        this.algorithm = key.signatureAlgorithm();
    }

    static Signatures with(SigningKey key, Clock clock) {
        return new Signatures(key, clock);
    }

    /** The envelope is signed over these parts alone. */
    static void over(Document envelope, SigningKey key, Clock clock, String... parts) {
        Signatures signatures = with(key, clock);
        signatures.parts = List.of(parts);
        signatures.sign(envelope);
    }

    Signatures life(Duration newLife) {
        life = newLife;
        return this;
    }

    Signatures algorithm(String uri) {
        algorithm = uri;
        return this;
    }

    Signatures digest(String uri) {
        digest = uri;
        return this;
    }

    Signatures canonicalization(String uri) {
        canonicalization = uri;
        return this;
    }

    void sign(Document envelope) {
        try {
            WSSecHeader header = new WSSecHeader(envelope);
            header.insertSecurityHeader();
            WSSecTimestamp timestamp = new WSSecTimestamp(header);
            timestamp.setTimeToLive((int) life.toSeconds());
            timestamp.setWsTimeSource(clock::instant);
            timestamp.build();
            WSSecSignature signature = new WSSecSignature(header);
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm(algorithm);
            signature.setDigestAlgo(digest);
            signature.setSigCanonicalization(canonicalization);
            signature.setUserInfo("key", "");
            List<WSEncryptionPart> covered = new ArrayList<>();
            for (String part : parts) {
                String namespace = "Body".equals(part) ? SoapNames.ENVELOPE : SoapNames.WSU;
                covered.add(new WSEncryptionPart(part, namespace, "Content"));
            }
            signature.getParts().addAll(covered);
            signature.build(new KeyCrypto(key));
        } catch (WSSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** (r, s) becomes (r, n - s), which verifies just as well. */
    static void turnEcdsaValue(Document envelope) {
        Element value = SoapXml.first(envelope, SoapNames.DS, "SignatureValue");
        byte[] octets = Base64.getMimeDecoder().decode(value.getTextContent());
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(octets, 32, 64));
        byte[] turned = ORDER.subtract(s).toByteArray();
        Arrays.fill(octets, 32, 64, (byte) 0);
        int from = Math.max(0, turned.length - 32);
        int length = turned.length - from;
        System.arraycopy(turned, from, octets, 64 - length, length);
        value.setTextContent(Base64.getEncoder().encodeToString(octets));
    }
}
