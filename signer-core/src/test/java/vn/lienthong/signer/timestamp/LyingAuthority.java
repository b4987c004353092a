package vn.lienthong.signer.timestamp;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Hashtable;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import vn.lienthong.signer.testpki.Issued;

/**
 * Bouncy Castle as an authority that does one thing otherwise than it should.
 *
 * @param essHash the hash by which it names its certificate
 * @param signature the algorithm of its signature
 */
record LyingAuthority(Issued key, Instant genTime, ASN1ObjectIdentifier essHash, String signature, String policy) {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    static LyingAuthority honest(Issued key) {
        return new LyingAuthority(
                key, AuthorityFixture.NOW, TSPAlgorithms.SHA256, "SHA256withRSA", AuthorityFixture.POLICY);
    }

    LyingAuthority at(Instant other) {
        return new LyingAuthority(key, other, essHash, signature, policy);
    }

    /** SHA-1 there makes it the signing-certificate of RFC 3161 before RFC 5816. */
    LyingAuthority namingItsCertificateBy(ASN1ObjectIdentifier other) {
        return new LyingAuthority(key, genTime, other, signature, policy);
    }

    LyingAuthority signingBy(String other) {
        return new LyingAuthority(key, genTime, essHash, other, policy);
    }

    LyingAuthority under(String other) {
        return new LyingAuthority(key, genTime, essHash, signature, other);
    }

    byte[] answer(byte[] query) {
        try {
            var digests =
                    new JcaDigestCalculatorProviderBuilder().setProvider(BC).build();
            var signer = new JcaSignerInfoGeneratorBuilder(digests)
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(new AttributeTable(new Hashtable<>())))
                    .build(
                            new JcaContentSignerBuilder(signature)
                                    .setProvider(BC)
                                    .build(key.privateKey()),
                            key.certificate());
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    signer, digests.get(new AlgorithmIdentifier(essHash)), new ASN1ObjectIdentifier(policy));
            tokens.addCertificates(new JcaCertStore(key.chain()));
            // Of the request's policy it takes no notice.
            TimeStampRequest asked = new TimeStampRequest(query);
            TimeStampRequestGenerator questions = new TimeStampRequestGenerator();
            questions.setCertReq(asked.getCertReq());
            TimeStampRequest request = questions.generate(
                    asked.getMessageImprintAlgOID(), asked.getMessageImprintDigest(), asked.getNonce());
            return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId()))
                    .generate(request, BigInteger.TWO, Date.from(genTime))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
