package vn.lienthong.signer.strict;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * A signature over octets as they are carried. Bouncy Castle's own checks are over what it would encode itself, which mends
 * what is not DER; and two validators that mend differently disagree.
 */
final class RawSignature {
    private final byte[] signed;
    private final AlgorithmIdentifier algorithm;
    private final byte[] value;

    private RawSignature(byte[] signed, AlgorithmIdentifier algorithm, byte[] value) {
        this.signed = signed;
        this.algorithm = algorithm;
        this.value = value;
    }

    /** Of a certificate, CRL or BasicOCSPResponse: each is a SEQUENCE of what is signed, the algorithm, and the value. */
    static RawSignature of(byte[] der) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        return new RawSignature(
                parts.getObjectAt(0).toASN1Primitive().getEncoded(),
                AlgorithmIdentifier.getInstance(parts.getObjectAt(1)),
                ASN1BitString.getInstance(parts.getObjectAt(2)).getOctets());
    }

    boolean isBy(X509CertificateHolder certificate)
            throws OperatorCreationException, CertificateException, IOException {
        ContentVerifier verifier =
                new JcaContentVerifierProviderBuilder().build(certificate).get(algorithm);
        try (OutputStream out = verifier.getOutputStream()) {
            out.write(signed);
        }
        return verifier.verify(value);
    }
}
