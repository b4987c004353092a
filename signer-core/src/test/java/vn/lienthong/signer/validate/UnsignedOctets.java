package vn.lienthong.signer.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;

/** What a stranger can write into a SignedData without breaking a signature; each named by its fault. */
final class UnsignedOctets {
    static final ASN1Encodable JUNK = new DERUTF8String("Chi 900 triệu");
    private static final ASN1ObjectIdentifier ARCHIVE_V3 = new ASN1ObjectIdentifier("0.4.0.1733.2.4");

    private final TestPki strangers;
    private final Map<String, Consumer<CmsParts>> changes = new LinkedHashMap<>();

    private UnsignedOctets(TestPki strangers) {
        this.strangers = strangers;
    }

    /** Changes that any SignedData can suffer: a document's own, a PDF's, a timestamp's. */
    static Map<String, Consumer<CmsParts>> of(TestPki strangers) {
        UnsignedOctets octets = new UnsignedOctets(strangers);
        octets.algorithms();
        octets.attributes();
        octets.revocation();
        octets.certificates();
        octets.identifier();
        return octets.changes;
    }

    private void algorithms() {
        changes.put(
                "listed-digest-with-junk",
                p -> p.digests.set(0, new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, JUNK)));
        changes.put(
                "listed-digest-too-much", p -> p.digests.add(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512)));
        changes.put(
                "listed-digest-too-much-with-junk",
                p -> p.digests.add(new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.3.4"), JUNK)));
        changes.put("listed-digest-twice", p -> p.digests.add(p.digests.getFirst()));
        changes.put("digest-with-junk", p -> p.signer.set(2, withJunk(p.signer.get(2))));
        changes.put("signature-algorithm-with-junk", p -> p.signer.set(4, withJunk(p.signer.get(4))));
    }

    private static ASN1Encodable withJunk(ASN1Encodable algorithm) {
        return new AlgorithmIdentifier(
                AlgorithmIdentifier.getInstance(algorithm).getAlgorithm(), JUNK);
    }

    private void attributes() {
        Map<String, ASN1ObjectIdentifier> kinds = new LinkedHashMap<>();
        kinds.put("certificate-values", PKCSObjectIdentifiers.id_aa_ets_certValues);
        kinds.put("revocation-values", PKCSObjectIdentifiers.id_aa_ets_revocationValues);
        kinds.put("certificate-references", PKCSObjectIdentifiers.id_aa_ets_certificateRefs);
        kinds.put("revocation-references", PKCSObjectIdentifiers.id_aa_ets_revocationRefs);
        kinds.put("archive-timestamp", PKCSObjectIdentifiers.id_aa_ets_archiveTimestamp);
        kinds.put("archive-timestamp-v3", ARCHIVE_V3);
        kinds.put("hash-index", new ASN1ObjectIdentifier("0.4.0.1733.2.5"));
        kinds.put("hash-index-v3", new ASN1ObjectIdentifier("0.4.0.19122.1.5"));
        kinds.put("ocsp-response", CMSObjectIdentifiers.id_ri_ocsp_response);
        kinds.put("counter-signature", PKCSObjectIdentifiers.pkcs_9_at_counterSignature);
        kinds.put("timestamp", PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        kinds.forEach((name, kind) -> {
            changes.put(name + "-of-junk", p -> p.addUnsigned(CmsForge.attribute(kind, JUNK)));
            changes.put(name + "-of-a-sequence", p -> p.addUnsigned(CmsForge.attribute(kind, new DERSequence(JUNK))));
            changes.put(name + "-of-nothing", p -> p.addUnsigned(CmsForge.attribute(kind, new DERSequence())));
        });
        ASN1Encodable values = new DERTaggedObject(true, 2, new DERSequence(new ASN1Encodable[] {kind(), JUNK}));
        changes.put(
                "revocation-values-of-another-kind",
                p -> p.addUnsigned(
                        CmsForge.attribute(PKCSObjectIdentifiers.id_aa_ets_revocationValues, new DERSequence(values))));
        changes.put(
                "certificate-values-of-a-stranger",
                p -> p.addUnsigned(CmsForge.attribute(
                        PKCSObjectIdentifiers.id_aa_ets_certValues,
                        new DERSequence(CmsForge.certificate(strangers.root())))));
        changes.put(
                "revocation-values-of-a-stranger",
                p -> p.addUnsigned(CmsForge.attribute(
                        PKCSObjectIdentifiers.id_aa_ets_revocationValues,
                        new DERSequence(new DERTaggedObject(true, 0, new DERSequence(strangersList()))))));
        changes.put("no-unsigned-attribute-at-all", p -> {
            p.unsigned.clear();
            p.hasUnsigned = true;
        });
        changes.put(
                "attribute-of-three-elements",
                p -> p.addUnsigned(new DERSequence(new ASN1Encodable[] {
                    PKCSObjectIdentifiers.id_aa_ets_certValues,
                    new DERSet(new DERSequence(p.certificates.getFirst())),
                    JUNK
                })));
    }

    private void revocation() {
        ASN1ObjectIdentifier ocsp = CMSObjectIdentifiers.id_ri_ocsp_response;
        Issued user = strangers.issue(Profile.signer("Người lạ"));
        ASN1Encodable response = CmsParts.parsed(strangers.ocsp(user.certificate()));
        changes.put("revocation-of-nothing", p -> p.hasCrls = true);
        changes.put("list-of-a-stranger", p -> p.addCrl(strangersList()));
        changes.put("list-of-a-stranger-who-is-there", p -> {
            p.certificates.add(CmsForge.certificate(strangers.root()));
            p.certificates.add(CmsForge.certificate(strangers.intermediate()));
            p.addCrl(strangersList());
        });
        changes.put("response-of-a-stranger", p -> p.addTaggedCrl(format(1, ocsp, response)));
        changes.put(
                "response-of-a-stranger-without-its-envelope",
                p -> p.addTaggedCrl(format(
                        1,
                        OCSPObjectIdentifiers.id_pkix_ocsp_basic,
                        CmsParts.parsed(ASN1OctetString.getInstance(ASN1Sequence.getInstance(
                                                ASN1TaggedObject.getInstance(ASN1Sequence.getInstance(response)
                                                        .getObjectAt(1)),
                                                true)
                                        .getObjectAt(1))
                                .getOctets()))));
        changes.put("response-with-a-third-element", p -> p.addTaggedCrl(format(1, ocsp, response, JUNK)));
        changes.put("response-under-another-tag", p -> p.addTaggedCrl(format(5, ocsp, response)));
        changes.put("revocation-of-another-kind", p -> p.addTaggedCrl(format(1, kind(), JUNK)));
    }

    private static ASN1Encodable format(int tag, ASN1Encodable... parts) {
        return new DERTaggedObject(false, tag, new DERSequence(parts));
    }

    private static ASN1ObjectIdentifier kind() {
        return new ASN1ObjectIdentifier("1.2.3.4");
    }

    private ASN1Encodable strangersList() {
        return CmsParts.parsed(strangers.crl());
    }

    private void certificates() {
        changes.put(
                "stranger-who-vouches-for-himself", p -> p.certificates.add(CmsForge.certificate(strangers.root())));
        changes.put("stranger-with-his-path", p -> {
            for (X509Certificate certificate :
                    strangers.issue(Profile.signer("Người lạ")).chain()) {
                p.certificates.add(CmsForge.certificate(certificate));
            }
        });
    }

    private void identifier() {
        changes.put("signer-named-in-other-letters", p -> {
            IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(p.signer.get(1));
            byte[] name = CmsForge.der(named.getName());
            String text = new String(name, StandardCharsets.ISO_8859_1);
            byte[] other =
                    text.replace("Issuing", "Issuing".toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.ISO_8859_1);
            p.signer.set(
                    1,
                    new IssuerAndSerialNumber(
                            X500Name.getInstance(other), named.getSerialNumber().getValue()));
        });
        changes.put("signer-named-with-a-third-element", p -> {
            ASN1Sequence named = ASN1Sequence.getInstance(p.signer.get(1));
            p.signer.set(1, new DERSequence(new ASN1Encodable[] {named.getObjectAt(0), named.getObjectAt(1), JUNK}));
        });
    }

    /** A PDF in which the CMS of the last signature is changed; the digits behind it are filled up with zeros. */
    static byte[] inPdf(byte[] pdf, java.util.function.UnaryOperator<byte[]> change) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf("/Contents <30") + "/Contents <".length();
        int end = text.indexOf('>', start);
        byte[] room = java.util.HexFormat.of().parseHex(text.substring(start, end));
        byte[] cms = CmsForge.der(first(room));
        byte[] changed = change.apply(cms);
        if (changed.length > room.length) {
            throw new IllegalStateException("no room for " + changed.length);
        }
        String digits = java.util.HexFormat.of().formatHex(java.util.Arrays.copyOf(changed, room.length));
        boolean upper = text.substring(start, end).matches("[0-9A-F]*");
        byte[] document = pdf.clone();
        byte[] written = (upper ? digits.toUpperCase(Locale.ROOT) : digits).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(written, 0, document, start, written.length);
        return document;
    }

    private static ASN1Encodable first(byte[] padded) {
        try (var in = new org.bouncycastle.asn1.ASN1InputStream(padded)) {
            return in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An XML in which the first timestamp is changed. */
    static byte[] inXml(byte[] xml, java.util.function.UnaryOperator<byte[]> change) {
        String text = new String(xml, StandardCharsets.UTF_8);
        int element = text.indexOf("EncapsulatedTimeStamp");
        int start = text.indexOf('>', element) + 1;
        int end = text.indexOf('<', start);
        byte[] token = java.util.Base64.getMimeDecoder().decode(text.substring(start, end));
        return (text.substring(0, start)
                        + java.util.Base64.getEncoder().encodeToString(change.apply(token))
                        + text.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }
}
