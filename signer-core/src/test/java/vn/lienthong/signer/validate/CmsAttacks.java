package vn.lienthong.signer.validate;

import static vn.lienthong.signer.validate.FindingCode.CERTIFICATE_DOUBLED;
import static vn.lienthong.signer.validate.FindingCode.CONTENT_IS_SIGNED_ATTRIBUTES;
import static vn.lienthong.signer.validate.FindingCode.CONTENT_TYPE_WRONG;
import static vn.lienthong.signer.validate.FindingCode.NO_SIGNED_ATTRIBUTES;
import static vn.lienthong.signer.validate.FindingCode.SIGNATURE_CONTAINER_NOT_CANONICAL;
import static vn.lienthong.signer.validate.FindingCode.SIGNED_ATTRIBUTES_WRONG;
import static vn.lienthong.signer.validate.FindingCode.SIGNING_CERTIFICATE_CONTRADICTS;
import static vn.lienthong.signer.validate.FindingCode.STRANGE_CERTIFICATE_EMBEDDED;
import static vn.lienthong.signer.validate.FindingCode.TIMESTAMP_NOT_VALID;
import static vn.lienthong.signer.validate.FindingCode.UNSIGNED_PROPERTY_UNKNOWN;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;

/** CMS documents whose signature holds, or seems to, over something else than it shows; each named by its fault. */
final class CmsAttacks {
    static final byte[] LETTER = "Chi 100 triệu".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EVIL = "Chi 900 triệu".getBytes(StandardCharsets.UTF_8);

    private final DssSigner signer;
    private final Attack.Corpus corpus = new Attack.Corpus();

    private CmsAttacks(DssSigner signer) {
        this.signer = signer;
    }

    static Map<String, Attack> by(DssSigner signer) {
        CmsAttacks attacks = new CmsAttacks(signer);
        attacks.attributes();
        attacks.confusion();
        attacks.signers();
        attacks.unsigned();
        attacks.encoding();
        attacks.certificates();
        return attacks.corpus.attacks();
    }

    private CmsForge forge() {
        return new CmsForge(signer.official, LETTER, signer.now);
    }

    private void attributes() {
        Attribute type = CmsForge.attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data);
        Attribute digest = CmsForge.attribute(CMSAttributes.messageDigest, new DEROctetString(CmsForge.sha256(LETTER)));
        Attribute evil = CmsForge.attribute(CMSAttributes.messageDigest, new DEROctetString(CmsForge.sha256(EVIL)));
        corpus.add(
                "content-type-missing",
                forge().without(CMSAttributes.contentType).sign(),
                SIGNED_ATTRIBUTES_WRONG);
        corpus.add(
                "message-digest-missing",
                forge().without(CMSAttributes.messageDigest).sign(),
                SIGNED_ATTRIBUTES_WRONG);
        corpus.add("content-type-doubled", forge().with(type).sign(), SIGNED_ATTRIBUTES_WRONG);
        corpus.add("message-digest-doubled", forge().with(digest).sign(), SIGNED_ATTRIBUTES_WRONG);
        corpus.add("message-digest-doubled-by-another", forge().with(evil).sign(), SIGNED_ATTRIBUTES_WRONG);
        corpus.add(
                "message-digest-of-two-values",
                forge().without(CMSAttributes.messageDigest)
                        .with(CmsForge.attribute(
                                CMSAttributes.messageDigest,
                                new DEROctetString(CmsForge.sha256(LETTER)),
                                new DEROctetString(CmsForge.sha256(EVIL))))
                        .sign(),
                SIGNED_ATTRIBUTES_WRONG);
        corpus.add(
                "message-digest-of-no-value",
                forge().without(CMSAttributes.messageDigest)
                        .with(new Attribute(CMSAttributes.messageDigest, new DERSet()))
                        .sign(),
                SIGNED_ATTRIBUTES_WRONG);
        CmsForge other = forge();
        other.type = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.1.2");
        other.version = 3;
        corpus.add("content-of-another-type", other.sign(), CONTENT_TYPE_WRONG);
        CmsForge unbound = forge().without(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        unbound.certificates.add(CmsForge.certificate(signer.pki
                .certify(
                        signer.official.certificate().getPublicKey(),
                        Profile.signer("Kẻ mạo danh").withScheme(signer.official.scheme()))
                .getFirst()));
        corpus.add("two-certificates-of-the-key-and-none-is-signed", unbound.sign(), SIGNING_CERTIFICATE_CONTRADICTS);
        corpus.add(
                "signing-certificate-names-another",
                forge().without(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                        .with(CmsForge.signingCertificate(signer.other))
                        .sign(),
                SIGNING_CERTIFICATE_CONTRADICTS);
        corpus.add(
                "signing-certificate-doubled",
                forge().with(CmsForge.signingCertificate(signer.other)).sign(),
                SIGNED_ATTRIBUTES_WRONG);
        CmsForge unsorted = forge();
        unsorted.sorts = false;
        unsorted.attributes.add(0, unsorted.attributes.removeLast());
        corpus.add("signed-attributes-not-in-der", unsorted.sign(), SIGNATURE_CONTAINER_NOT_CANONICAL);
    }

    private void confusion() {
        CmsForge plain = forge();
        plain.signsAttributes = false;
        corpus.add("no-signed-attributes", plain.sign(), NO_SIGNED_ATTRIBUTES);
        CmsForge honest = forge();
        CmsForge shown = new CmsForge(signer.official, honest.signedAttributes(), signer.now);
        shown.signsAttributes = false;
        corpus.add(
                "signed-attributes-shown-as-content",
                shown.assemble(List.of(shown.signerInfo(honest.signature()))),
                CONTENT_IS_SIGNED_ATTRIBUTES);
        CmsForge replaced = new CmsForge(signer.official, EVIL, signer.now);
        corpus.add("content-replaced", replaced.assemble(List.of(honest.signerInfo(honest.signature()))));
    }

    private void signers() {
        CmsForge first = forge();
        byte[] bad = first.signature();
        bad[bad.length - 1] ^= 1;
        corpus.add(
                "two-signers-one-bad",
                first.assemble(List.of(first.signerInfo(first.signature()), first.signerInfo(bad))));
        CmsForge claimed = forge();
        claimed.identified = signer.other;
        corpus.add("identifier-names-another", claimed.sign(), SIGNATURE_CONTAINER_NOT_CANONICAL);
        claimed.certificates.add(CmsForge.certificate(signer.other.certificate()));
        corpus.add("identifier-names-another-who-is-there", claimed.sign(), SIGNING_CERTIFICATE_CONTRADICTS);
        corpus.add("no-signer", forge().assemble(List.of()));
        CmsForge version = forge();
        version.version = 9;
        corpus.add("version-unknown", version.sign(), SIGNATURE_CONTAINER_NOT_CANONICAL);
        CmsForge listed = forge();
        listed.listedDigest = OIWObjectIdentifiers.idSHA1;
        corpus.add("digest-not-listed", listed.sign(), SIGNATURE_CONTAINER_NOT_CANONICAL);
    }

    private void unsigned() {
        CmsForge unknown = forge();
        unknown.unsigned.add(CmsForge.attribute(new ASN1ObjectIdentifier("1.2.3.4"), new DERUTF8String("Chi 900")));
        corpus.add("unsigned-attribute-of-no-kind", unknown.sign(), UNSIGNED_PROPERTY_UNKNOWN);
        CmsForge empty = forge();
        empty.unsigned.add(new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet()));
        corpus.add("unsigned-attribute-empty", empty.sign(), UNSIGNED_PROPERTY_UNKNOWN);
        CmsForge broken = forge();
        broken.unsigned.add(CmsForge.attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSequence()));
        corpus.add("timestamp-broken", broken.sign(), TIMESTAMP_NOT_VALID);
        CmsForge foreign = forge();
        foreign.unsigned.add(CmsForge.attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                signer.timestamp(CmsForge.sha256(EVIL), signer.pki)));
        corpus.add("timestamp-over-something-else", foreign.sign(), TIMESTAMP_NOT_VALID);
        CmsForge strange = forge();
        byte[] value = strange.signature();
        strange.unsigned.add(CmsForge.attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                signer.timestamp(CmsForge.sha256(value), TestPki.at(signer.now))));
        corpus.add("timestamp-of-a-stranger", strange.assemble(List.of(strange.signerInfo(value))));
    }

    private void encoding() {
        byte[] honest = forge().sign();
        corpus.add("octet-behind", Arrays.copyOf(honest, honest.length + 1), SIGNATURE_CONTAINER_NOT_CANONICAL);
        byte[] twice = Arrays.copyOf(honest, 2 * honest.length);
        System.arraycopy(honest, 0, twice, honest.length, honest.length);
        corpus.add("second-document-behind", twice, SIGNATURE_CONTAINER_NOT_CANONICAL);
        byte[] longer = new byte[honest.length + 1];
        longer[0] = honest[0];
        longer[1] = (byte) 0x83;
        System.arraycopy(honest, 2, longer, 3, honest.length - 2);
        corpus.add("length-longer-than-need-be", longer, SIGNATURE_CONTAINER_NOT_CANONICAL);
    }

    private void certificates() {
        CmsForge doubled = forge();
        byte[] twin = CmsForge.der(CmsForge.certificate(signer.official.certificate()));
        twin[twin.length - 1] ^= 1;
        doubled.certificates.add(Certificate.getInstance(twin));
        corpus.add("certificate-doubled", doubled.sign(), CERTIFICATE_DOUBLED);
        TestPki elsewhere = TestPki.at(signer.now);
        for (int i = 0; i < 5; i++) {
            elsewhere.issue(Profile.signer("Không ai")); // the serial numbers of both PKIs start alike
        }
        Issued stranger = elsewhere.issue(Profile.signer("Người lạ"));
        CmsForge strange = forge();
        strange.certificates.add(CmsForge.certificate(stranger.certificate()));
        corpus.add("certificate-of-a-stranger", strange.sign(), STRANGE_CERTIFICATE_EMBEDDED);
        CmsForge other = forge();
        other.certificates.add(new DERTaggedObject(false, 3, new DERSequence(DERNull.INSTANCE)));
        corpus.add("certificate-of-another-kind", other.sign(), STRANGE_CERTIFICATE_EMBEDDED);
    }
}
