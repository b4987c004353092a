package vn.lienthong.signer.timestamp;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import vn.lienthong.signer.algorithm.Digest;

/**
 * A request that we accept or send.
 *
 * @param policy the only one that is acceptable; empty for any
 * @param certReq whether the answer carries the authority's certificates
 */
record TimestampQuery(Digest messageImprint, Optional<String> policy, Optional<BigInteger> nonce, boolean certReq) {

    /** The imprint's hash algorithm as OpenSSL and Bouncy Castle write it, with NULL parameters. */
    static MessageImprint imprint(Digest digest) {
        return new MessageImprint(
                new AlgorithmIdentifier(
                        new ASN1ObjectIdentifier(digest.algorithm().oid()), DERNull.INSTANCE),
                digest.value().toArray());
    }

    TimeStampReq toAsn1() {
        return new TimeStampReq(
                imprint(messageImprint),
                policy.map(ASN1ObjectIdentifier::new).orElse(null),
                nonce.map(ASN1Integer::new).orElse(null),
                ASN1Boolean.getInstance(certReq),
                null);
    }
}
