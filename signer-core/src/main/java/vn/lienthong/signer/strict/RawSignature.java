package vn.lienthong.signer.strict;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
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

    /**
     * Of a certificate, CRL or BasicOCSPResponse: each is a SEQUENCE of what is signed, the algorithm, and the value.
     *
     * @throws IOException if algorithm or value are not written as honest programs write them
     */
    static RawSignature of(byte[] der) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        AlgorithmIdentifier algorithm = AlgorithmIdentifier.getInstance(parts.getObjectAt(1));
        ASN1BitString value = ASN1BitString.getInstance(parts.getObjectAt(2));
        boolean ecdsa = algorithm.getAlgorithm().on(X9ObjectIdentifiers.id_ecSigType);
        if (!AlgorithmSpelling.isPlainSignature(algorithm, Optional.empty())
                || value.getPadBits() != 0
                || ecdsa && !StrictX509.isEcdsaValue(value.getOctets())) {
            throw new IOException("a signature with something beside it");
        }
        return new RawSignature(parts.getObjectAt(0).toASN1Primitive().getEncoded(), algorithm, value.getOctets());
    }

    /** Of a certificate, which says its algorithm once more within what is signed. Source: RFC 5280 §4.1.1.2. */
    static RawSignature ofCertificate(byte[] der) throws IOException {
        return of(der, signed -> TBSCertificate.getInstance(signed).getSignature());
    }

    /** Of a list, which does the same. Source: RFC 5280 §5.1.1.2. */
    static RawSignature ofList(byte[] der) throws IOException {
        return of(der, signed -> TBSCertList.getInstance(signed).getSignature());
    }

    private static RawSignature of(byte[] der, Function<ASN1Encodable, AlgorithmIdentifier> inside) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        RawSignature signature = of(der);
        if (parts.size() != 3 || !inside.apply(parts.getObjectAt(0)).equals(signature.algorithm)) {
            throw new IOException("another algorithm within than beside");
        }
        return signature;
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
