package vn.lienthong.hsm.perform;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import vn.lienthong.hsm.plan.Step.RequestCertificate;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.TokenKey;

/** A request for a certificate, signed in the token: whoever sends it has the key. Source: RFC 2986 §4. */
final class CertificationRequest {
    private CertificationRequest() {}

    /** The request is in its new file as PEM; the answer is what the record says of it. */
    static Map<String, String> write(OpenToken token, RequestCertificate step) throws TokenFault {
        TokenKey key = token.require(step.alias());
        SignatureScheme scheme = OpenToken.scheme(key.publicKey());
        try {
            CertificationRequestInfo info = new CertificationRequestInfo(
                    step.subject().encoded(),
                    SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded()),
                    new org.bouncycastle.asn1.DERSet());
            AlgorithmIdentifier algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find(scheme.jcaName());
            byte[] signature =
                    token.sign(step.alias(), scheme, info.getEncoded("DER")).toArray();
            byte[] der = new DERSequence(
                            new org.bouncycastle.asn1.ASN1Encodable[] {info, algorithm, new DERBitString(signature)})
                    .getEncoded("DER");
            Files.writeString(step.file(), pem(der), StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("fingerprint", Fingerprint.of(key.publicKey()).hex());
            facts.put("subject", step.subject().encoded().toString());
            facts.put("file", String.valueOf(step.file().getFileName()));
            facts.put("request-sha256", Digests.hex(der));
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(byte[] der) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter pem = new PemWriter(text)) {
            pem.writeObject(new PemObject("CERTIFICATE REQUEST", der));
        }
        return text.toString();
    }
}
