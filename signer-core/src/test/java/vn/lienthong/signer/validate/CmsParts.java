package vn.lienthong.signer.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** A SignedData taken apart, to be put together again with something else in the places that nothing signs. */
final class CmsParts {
    ASN1Integer version;
    final List<ASN1Encodable> digests;
    private final ASN1Encodable encapsulated;
    final List<ASN1Encodable> certificates = new ArrayList<>();
    final List<ASN1Encodable> crls = new ArrayList<>();
    boolean hasCrls;

    /** Of the first signer: version, identifier, digest algorithm, signed attributes, signature algorithm, value. */
    final List<ASN1Encodable> signer = new ArrayList<>();

    final List<ASN1Encodable> unsigned = new ArrayList<>();
    boolean hasUnsigned;
    private final List<ASN1Encodable> others = new ArrayList<>();

    private CmsParts(byte[] cms) {
        ASN1Sequence info = ASN1Sequence.getInstance(cms);
        ASN1Sequence data = ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(info.getObjectAt(1)), true);
        version = ASN1Integer.getInstance(data.getObjectAt(0));
        digests = list(ASN1Set.getInstance(data.getObjectAt(1)));
        encapsulated = data.getObjectAt(2);
        for (int i = 3; i < data.size() - 1; i++) {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(data.getObjectAt(i));
            hasCrls |= tagged.getTagNo() == 1;
            (tagged.getTagNo() == 0 ? certificates : crls).addAll(list(ASN1Set.getInstance(tagged, false)));
        }
        others.addAll(list(ASN1Set.getInstance(data.getObjectAt(data.size() - 1))));
        for (ASN1Encodable part : ASN1Sequence.getInstance(others.removeFirst())) {
            signer.add(part);
        }
        if (signer.getLast() instanceof ASN1TaggedObject attributes) {
            signer.removeLast();
            hasUnsigned = true;
            unsigned.addAll(list(ASN1Set.getInstance(attributes, false)));
        }
    }

    /** The same document after the change. */
    static byte[] changed(byte[] cms, Consumer<CmsParts> change) {
        CmsParts parts = new CmsParts(cms);
        change.accept(parts);
        return parts.der();
    }

    /** The same document after the change of its first signature timestamp. */
    static byte[] changedTimestamp(byte[] cms, Consumer<CmsParts> change) {
        return changed(cms, parts -> parts.changeTimestamp(change));
    }

    private void changeTimestamp(Consumer<CmsParts> change) {
        for (int i = 0; i < unsigned.size(); i++) {
            Attribute attribute = Attribute.getInstance(unsigned.get(i));
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)) {
                byte[] token = CmsForge.der(attribute.getAttributeValues()[0]);
                unsigned.set(i, CmsForge.attribute(attribute.getAttrType(), parsed(changed(token, change))));
                return;
            }
        }
        throw new IllegalStateException("no timestamp");
    }

    void addUnsigned(ASN1Encodable attribute) {
        hasUnsigned = true;
        unsigned.add(attribute);
    }

    /** A choice under a tag makes it version 5: RFC 5652 §5.1. */
    void addTaggedCrl(ASN1Encodable other) {
        version = new ASN1Integer(5);
        addCrl(other);
    }

    void addCrl(ASN1Encodable crl) {
        hasCrls = true;
        crls.add(crl);
    }

    byte[] der() {
        List<ASN1Encodable> info = new ArrayList<>(signer);
        if (hasUnsigned) {
            info.add(new DERTaggedObject(false, 1, new DERSet(array(unsigned))));
        }
        List<ASN1Encodable> signers = new ArrayList<>(others);
        signers.add(new DERSequence(array(info)));
        List<ASN1Encodable> data = new ArrayList<>(List.of(version, new DERSet(array(digests)), encapsulated));
        if (!certificates.isEmpty()) {
            data.add(new DERTaggedObject(false, 0, new DERSet(array(certificates))));
        }
        if (hasCrls) {
            data.add(new DERTaggedObject(false, 1, new DERSet(array(crls))));
        }
        data.add(new DERSet(array(signers)));
        try {
            return new DERSequence(new ASN1Encodable[] {
                        CMSObjectIdentifiers.signedData, new DERTaggedObject(true, 0, new DERSequence(array(data)))
                    })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ASN1Primitive parsed(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ASN1Encodable[] array(List<ASN1Encodable> elements) {
        return elements.toArray(ASN1Encodable[]::new);
    }

    private static List<ASN1Encodable> list(ASN1Set set) {
        return new ArrayList<>(List.of(set.toArray()));
    }
}
