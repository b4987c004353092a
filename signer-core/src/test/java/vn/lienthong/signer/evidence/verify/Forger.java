package vn.lienthong.signer.evidence.verify;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.cms.CmsContent;
import vn.lienthong.signer.cms.CmsOutcome;
import vn.lienthong.signer.cms.CmsSigner;
import vn.lienthong.signer.cms.Der;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;

/** Makes timestamps that an honest authority would not: with any key, at any time, by any digest. */
record Forger(SigningToken token, CertifiedKey key) {

    Bytes stamp(Bytes stamped, Instant genTime, DigestAlgorithm imprint) {
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1.1"),
                new MessageImprint(
                        new AlgorithmIdentifier(new ASN1ObjectIdentifier(imprint.oid())),
                        imprint.digest(stamped.toArray()).value().toArray()),
                new ASN1Integer(BigInteger.TEN),
                new ASN1GeneralizedTime(Date.from(genTime)),
                null,
                null,
                null,
                null,
                null);
        CmsContent content = CmsContent.embedded(
                PKCSObjectIdentifiers.id_ct_TSTInfo, Der.of(info), key.scheme().digest());
        if (!(new CmsSigner(token).sign(key, content, Optional.empty(), key.chain())
                instanceof CmsOutcome.Signed signed)) {
            throw new IllegalStateException("the token in memory signs");
        }
        return signed.contentInfo();
    }
}
