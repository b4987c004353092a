package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The parts of a SignedData that its signature leaves open. Judges the form only: whether the signature holds is asked
 * elsewhere.
 */
public final class StrictCms {
    private final SignedData signedData;
    private final SignerInfo signer;
    private final EmbeddedCertificates embedded;

    private StrictCms(SignedData signedData, SignerInfo signer) {
        this.signedData = signedData;
        this.signer = signer;
        this.embedded = EmbeddedCertificates.of(signedData);
    }

    /**
     * Every fault of this SignedData, its timestamps included; empty if there is none.
     *
     * @param known certificates that are known besides those inside: authorities and trust anchors
     */
    public static Set<CmsFault> faults(byte[] der, List<X509CertificateHolder> known) {
        return faults(der, known, List.of());
    }

    /** @param outer certificates around it that a known authority stands behind */
    private static Set<CmsFault> faults(
            byte[] der, List<X509CertificateHolder> known, List<X509CertificateHolder> outer) {
        try {
            ASN1Primitive whole = ASN1Primitive.fromByteArray(der);
            if (!Arrays.equals(whole.getEncoded(ASN1Encoding.DER), der)) {
                return EnumSet.of(CmsFault.NOT_DER);
            }
            ContentInfo content = ContentInfo.getInstance(whole);
            if (!content.getContentType().equals(CMSObjectIdentifiers.signedData)) {
                return EnumSet.of(CmsFault.NOT_ONE_SIGNER);
            }
            SignedData signedData = SignedData.getInstance(content.getContent());
            if (signedData.getSignerInfos().size() != 1) {
                return EnumSet.of(CmsFault.NOT_ONE_SIGNER);
            }
            SignerInfo signer =
                    SignerInfo.getInstance(signedData.getSignerInfos().getObjectAt(0));
            return isShaped(whole, content) && isRebuiltEqual(content, signedData, signer)
                    ? new StrictCms(signedData, signer).faults(known, outer)
                    : EnumSet.of(CmsFault.NOT_DER);
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return EnumSet.of(CmsFault.NOT_DER);
        }
    }

    private static boolean isShaped(ASN1Primitive whole, ContentInfo content) {
        return SignedDataShape.isContentInfo(whole)
                && SignedDataShape.isSignedData(content.getContent())
                && SignedDataShape.isSignerInfo(SignedData.getInstance(content.getContent())
                        .getSignerInfos()
                        .getObjectAt(0));
    }

    /** Bouncy Castle reads some tags without looking at their number; what it writes has the right ones. */
    private static boolean isRebuiltEqual(ContentInfo content, SignedData signedData, SignerInfo signer)
            throws IOException {
        ASN1Primitive rawSigner = signedData.getSignerInfos().getObjectAt(0).toASN1Primitive();
        ASN1Primitive rawData = content.getContent().toASN1Primitive();
        return Arrays.equals(
                        signer.toASN1Primitive().getEncoded(ASN1Encoding.DL), rawSigner.getEncoded(ASN1Encoding.DL))
                && Arrays.equals(
                        signedData.toASN1Primitive().getEncoded(ASN1Encoding.DL), rawData.getEncoded(ASN1Encoding.DL));
    }

    private Set<CmsFault> faults(List<X509CertificateHolder> known, List<X509CertificateHolder> outer)
            throws IOException {
        EnumSet<CmsFault> faults = EnumSet.noneOf(CmsFault.class);
        if (!versionsRight()) {
            faults.add(CmsFault.VERSION_WRONG);
        }
        if (!algorithmsRight()) {
            faults.add(CmsFault.ALGORITHMS_WRONG);
        }
        if (!embedded.has(signer.getSID())) {
            faults.add(CmsFault.SIGNER_IDENTIFIER_WRONG);
        }
        boolean vouched = embedded.areVouchedBy(known, outer);
        if (!vouched) {
            faults.add(CmsFault.STRANGE_CERTIFICATE);
        }
        for (ASN1Encodable element : CarriedItems.items(signer.getUnauthenticatedAttributes())) {
            Attribute attribute = Attribute.getInstance(element);
            if (isTimestamp()
                    || ASN1Sequence.getInstance(element).size() != 2
                    || !attribute.getAttrType().equals(UnsignedKinds.TIMESTAMP)
                    || attribute.getAttrValues().size() == 0) {
                faults.add(CmsFault.UNSIGNED_ATTRIBUTE_UNKNOWN);
            } else {
                faults.addAll(timestampFaults(attribute, known, vouched ? embedded.all() : outer));
            }
        }
        return faults;
    }

    /** Nothing here looks at attributes of timestamps, nor does anything else. */
    private boolean isTimestamp() {
        return signedData.getEncapContentInfo().getContentType().equals(PKCSObjectIdentifiers.id_ct_TSTInfo);
    }

    private Set<CmsFault> timestampFaults(
            Attribute attribute, List<X509CertificateHolder> known, List<X509CertificateHolder> outer)
            throws IOException {
        EnumSet<CmsFault> faults = EnumSet.noneOf(CmsFault.class);
        for (int i = 0; i < attribute.getAttrValues().size(); i++) {
            byte[] token =
                    attribute.getAttrValues().getObjectAt(i).toASN1Primitive().getEncoded(ASN1Encoding.DL);
            Set<CmsFault> ofToken = faults(token, known, outer);
            faults.addAll(ofToken);
            if (ofToken.isEmpty()
                    && !SignatureTimestamp.holds(
                            token, signer.getEncryptedDigest().getOctets())) {
                faults.add(CmsFault.TIMESTAMP_BROKEN);
            }
        }
        return faults;
    }

    /** RFC 5652 §5.1 and §5.3. */
    private boolean versionsRight() throws IOException {
        boolean bySubjectKey = signer.getSID().isTagged();
        if (bySubjectKey && !isPrimitive0(signer.getSID())) {
            return false;
        }
        int signerVersion = bySubjectKey ? 3 : 1;
        boolean data = signedData.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data);
        int version = data && !bySubjectKey ? 1 : 3;
        return is(signer.getVersion(), signerVersion) && is(signedData.getVersion(), version);
    }

    /**
     * [0] IMPLICIT OCTET STRING. The same tag on a constructed one is read as an explicit tag, in which DER sees nothing
     * amiss: X.690 §10.2.
     */
    private static boolean isPrimitive0(SignerIdentifier identifier) throws IOException {
        return ASN1TaggedObject.getInstance(identifier).hasContextTag(0)
                && identifier.toASN1Primitive().getEncoded(ASN1Encoding.DL)[0] == (byte) 0x80;
    }

    private static boolean is(ASN1Integer version, int expected) {
        return version.hasValue(expected);
    }

    private boolean algorithmsRight() throws IOException {
        ASN1Set listed = signedData.getDigestAlgorithms();
        List<X509CertificateHolder> named = embedded.of(signer.getSID());
        return listed.size() == 1
                && AlgorithmSpelling.isPlain(listed.getObjectAt(0))
                && AlgorithmSpelling.isPlain(signer.getDigestAlgorithm())
                && AlgorithmSpelling.isPlainSignature(
                        signer.getDigestEncryptionAlgorithm(), named.stream().findFirst())
                && AlgorithmIdentifier.getInstance(listed.getObjectAt(0))
                        .getAlgorithm()
                        .equals(signer.getDigestAlgorithm().getAlgorithm());
    }
}
