package vn.lienthong.signer.strict;

import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The unsigned attributes that something here checks, by where they stand. Source: EN 319 122-1 §5 and §6.3. */
final class UnsignedKinds {
    static final ASN1ObjectIdentifier TIMESTAMP = PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;
    static final ASN1ObjectIdentifier COUNTER_SIGNATURE = PKCSObjectIdentifiers.pkcs_9_at_counterSignature;
    static final ASN1ObjectIdentifier CERTIFICATES = PKCSObjectIdentifiers.id_aa_ets_certValues;
    static final ASN1ObjectIdentifier REVOCATION = PKCSObjectIdentifiers.id_aa_ets_revocationValues;
    static final ASN1ObjectIdentifier ARCHIVE_TIMESTAMP_V3 = new ASN1ObjectIdentifier("0.4.0.1733.2.4");
    private static final ASN1ObjectIdentifier ARCHIVE_TIMESTAMP = PKCSObjectIdentifiers.id_aa_ets_archiveTimestamp;

    static final Set<ASN1ObjectIdentifier> TIMESTAMPS = Set.of(TIMESTAMP, ARCHIVE_TIMESTAMP, ARCHIVE_TIMESTAMP_V3);

    /** References to evidence that may be anywhere: nothing here follows them, and baseline signatures have none. */
    static final Set<ASN1ObjectIdentifier> REFERENCES =
            Set.of(PKCSObjectIdentifiers.id_aa_ets_certificateRefs, PKCSObjectIdentifiers.id_aa_ets_revocationRefs);

    /** ats-hash-index and ats-hash-index-v3: in an archive timestamp, whose imprint covers it. EN 319 122-1 §5.5.2. */
    static final Set<ASN1ObjectIdentifier> HASH_INDEXES =
            Set.of(new ASN1ObjectIdentifier("0.4.0.1733.2.5"), new ASN1ObjectIdentifier("0.4.0.19122.1.5"));

    private UnsignedKinds() {}
}
