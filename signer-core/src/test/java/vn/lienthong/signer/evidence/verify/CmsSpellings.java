package vn.lienthong.signer.evidence.verify;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.ECNamedCurveTable;
import vn.lienthong.signer.algorithm.Bytes;

/** Other spellings of one SignedData, by what differs: the signature holds in each of them. */
final class CmsSpellings {
    private final Map<String, byte[]> variants = new LinkedHashMap<>();
    private final SignedData data;
    private final SignerInfo signer;

    private CmsSpellings(byte[] der) throws IOException {
        data = SignedData.getInstance(ContentInfo.getInstance(der).getContent());
        signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    }

    /** @param others certificates that might lie beside the signer's, the signer's subject key identifier */
    static Map<String, byte[]> of(Bytes der, List<byte[]> others, byte[] crl, byte[] subjectKey) throws IOException {
        CmsSpellings spellings = new CmsSpellings(der.toArray());
        spellings.certificates(others, crl);
        spellings.algorithms();
        spellings.signer(subjectKey);
        spellings.encodings(der.toArray());
        return spellings.variants;
    }

    private void certificates(List<byte[]> others, byte[] crl) throws IOException {
        ASN1EncodableVector more = new ASN1EncodableVector();
        more.add(data.getCertificates().getObjectAt(0));
        for (byte[] other : others) {
            more.add(ASN1Primitive.fromByteArray(other));
        }
        put("more certificates", data.getDigestAlgorithms(), new DERSet(more), null, signer);
        put("no certificate", data.getDigestAlgorithms(), null, null, signer);
        put(
                "a CRL",
                data.getDigestAlgorithms(),
                data.getCertificates(),
                new DERSet(ASN1Primitive.fromByteArray(crl)),
                signer);
    }

    private void algorithms() throws IOException {
        AlgorithmIdentifier withNull =
                new AlgorithmIdentifier(signer.getDigestAlgorithm().getAlgorithm(), DERNull.INSTANCE);
        AlgorithmIdentifier without =
                new AlgorithmIdentifier(signer.getDigestAlgorithm().getAlgorithm());
        put("digest list with NULL", new DERSet(withNull), data.getCertificates(), null, signer);
        put(
                "more digests",
                new DERSet(
                        new ASN1Encodable[] {without, new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.14.3.2.26"))
                        }),
                data.getCertificates(),
                null,
                signer);
        put("digest with NULL", signer(signer.getSID(), withNull, ecdsa(), value(), null));
        put(
                "id-ecPublicKey",
                signer(
                        signer.getSID(),
                        without,
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey),
                        value(),
                        null));
        put(
                "ECDSA with NULL",
                signer(
                        signer.getSID(),
                        without,
                        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256, DERNull.INSTANCE),
                        value(),
                        null));
        put("the twin", signer(signer.getSID(), without, ecdsa(), twin(), null));
    }

    private void signer(byte[] subjectKey) throws IOException {
        AlgorithmIdentifier digest = signer.getDigestAlgorithm();
        DEROctetString key = new DEROctetString(subjectKey);
        SignerIdentifier bySubjectKey = SignerIdentifier.getInstance(new DERTaggedObject(false, 0, key));
        put("signer by subject key", signer(bySubjectKey, digest, ecdsa(), value(), null));
        SignerIdentifier constructed = SignerIdentifier.getInstance(new DERTaggedObject(true, 0, key));
        put("signer by constructed subject key", signer(constructed, digest, ecdsa(), value(), null));
        Attribute note = new Attribute(
                new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2"), new DERSet(new DERUTF8String("đã kiểm tra")));
        put("an unsigned attribute", signer(signer.getSID(), digest, ecdsa(), value(), new DERSet(note)));
        Attribute known = new Attribute(PKCSObjectIdentifiers.id_aa_ets_certValues, new DERSet(new DERSequence()));
        put("a known unsigned attribute", signer(signer.getSID(), digest, ecdsa(), value(), new DERSet(known)));
        put("no unsigned attribute", signer(signer.getSID(), digest, ecdsa(), value(), new DERSet()));
        ASN1EncodableVector other = new ASN1EncodableVector();
        ASN1Sequence own = ASN1Sequence.getInstance(signer.toASN1Primitive());
        other.add(new ASN1Integer(3));
        for (int i = 1; i < own.size(); i++) {
            other.add(own.getObjectAt(i));
        }
        variants.put(
                "signer's version",
                whole(data.getDigestAlgorithms(), data.getCertificates(), null, new DERSequence(other)));
    }

    private void encodings(byte[] der) throws IOException {
        ASN1Sequence outer = ASN1Sequence.getInstance(der);
        variants.put("BER", new BERSequence(outer.toArray()).getEncoded(ASN1Encoding.BER));
        variants.put("an octet behind", java.util.Arrays.copyOf(der, der.length + 1));
        variants.putAll(ConstructedStrings.in(der));
    }

    private AlgorithmIdentifier ecdsa() {
        return signer.getDigestEncryptionAlgorithm();
    }

    private byte[] value() {
        return signer.getEncryptedDigest().getOctets();
    }

    private byte[] twin() throws IOException {
        BigInteger order = ECNamedCurveTable.getParameterSpec("P-256").getN();
        ASN1Sequence pair = ASN1Sequence.getInstance(value());
        BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
        return new DERSequence(new ASN1Encodable[] {pair.getObjectAt(0), new ASN1Integer(order.subtract(s))})
                .getEncoded(ASN1Encoding.DER);
    }

    private SignerInfo signer(
            SignerIdentifier identifier,
            AlgorithmIdentifier digest,
            AlgorithmIdentifier algorithm,
            byte[] value,
            ASN1Set unsigned) {
        return new SignerInfo(
                identifier,
                digest,
                signer.getAuthenticatedAttributes(),
                algorithm,
                new DEROctetString(value),
                unsigned);
    }

    private void put(String name, SignerInfo changed) throws IOException {
        put(name, data.getDigestAlgorithms(), data.getCertificates(), null, changed);
    }

    private void put(String name, ASN1Set digests, ASN1Set certificates, ASN1Set crls, SignerInfo changed)
            throws IOException {
        variants.put(name, whole(digests, certificates, crls, changed));
    }

    private byte[] whole(ASN1Set digests, ASN1Set certificates, ASN1Set crls, ASN1Encodable changed)
            throws IOException {
        List<ASN1Encodable> parts = new ArrayList<>();
        parts.add(new ASN1Integer(3));
        parts.add(digests);
        parts.add(data.getEncapContentInfo());
        if (certificates != null) {
            parts.add(new DERTaggedObject(false, 0, certificates));
        }
        if (crls != null) {
            parts.add(new DERTaggedObject(false, 1, crls));
        }
        parts.add(new DERSet(changed));
        return new ContentInfo(PKCSObjectIdentifiers.signedData, new DERSequence(parts.toArray(ASN1Encodable[]::new)))
                .getEncoded(ASN1Encoding.DER);
    }
}
