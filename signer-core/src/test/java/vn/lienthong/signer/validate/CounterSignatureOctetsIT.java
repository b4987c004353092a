package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** A counter-signature hangs on a signature unsigned, so it is looked at as closely. Source: RFC 5652 §11.4. */
class CounterSignatureOctetsIT {
    @TempDir
    static Path folder;

    private static DssSigner signer;
    private static Issued deputy;
    private static SignatureValidator validator;
    private static byte[] cms;

    @BeforeAll
    static void sign() {
        signer = new DssSigner();
        deputy = signer.pki.issue(Profile.signer("Lê Văn Chánh").withScheme(SignatureScheme.ECDSA_SHA256));
        validator = signer.validator(folder);
        cms = signer.cades(CmsAttacks.LETTER, SignaturePackaging.ENVELOPING);
    }

    private static CmsForge over(CmsParts parts) {
        byte[] value = ASN1OctetString.getInstance(parts.signer.get(5)).getOctets();
        return new CmsForge(deputy, value, signer.now).without(CMSAttributes.contentType);
    }

    private static byte[] counterSigned(UnaryOperator<CmsForge> before, UnaryOperator<List<ASN1Encodable>> after) {
        return CmsParts.changed(cms, parts -> {
            CmsForge forge = before.apply(over(parts));
            List<ASN1Encodable> info = new ArrayList<>();
            ASN1Sequence.getInstance(CmsForge.der(forge.signerInfo(forge.signature())))
                    .forEach(info::add);
            parts.certificates.add(CmsForge.certificate(deputy.certificate()));
            parts.addUnsigned(CmsForge.attribute(
                    PKCSObjectIdentifiers.pkcs_9_at_counterSignature,
                    new DERSequence(CmsParts.array(after.apply(info)))));
        });
    }

    private static List<ASN1Encodable> with(List<ASN1Encodable> info, int at, ASN1Encodable part) {
        List<ASN1Encodable> changed = new ArrayList<>(info);
        changed.set(at, part);
        return changed;
    }

    private static List<ASN1Encodable> with(List<ASN1Encodable> info, ASN1Encodable last) {
        List<ASN1Encodable> changed = new ArrayList<>(info);
        changed.add(last);
        return changed;
    }

    private static ASN1Encodable unsigned(ASN1ObjectIdentifier kind) {
        return new DERTaggedObject(false, 1, new DERSet(CmsForge.attribute(kind, UnsignedOctets.JUNK)));
    }

    private static Map<String, byte[]> attacks() {
        Map<String, byte[]> attacks = new LinkedHashMap<>();
        attacks.put(
                "content-type",
                counterSigned(
                        f -> f.with(CmsForge.attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data)), i -> i));
        attacks.put("message-digest-missing", counterSigned(f -> f.without(CMSAttributes.messageDigest), i -> i));
        attacks.put(
                "signing-certificate-of-another",
                counterSigned(
                        f -> f.without(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                                .with(CmsForge.signingCertificate(signer.other)),
                        i -> i));
        attacks.put("version", counterSigned(f -> f, i -> with(i, 0, new ASN1Integer(9))));
        attacks.put("element-too-much", counterSigned(f -> f, i -> with(i, UnsignedOctets.JUNK)));
        attacks.put(
                "unsigned-attribute-of-no-kind",
                counterSigned(f -> f, i -> with(i, unsigned(new ASN1ObjectIdentifier("1.2.3.4")))));
        attacks.put(
                "timestamp-of-junk",
                counterSigned(f -> f, i -> with(i, unsigned(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken))));
        attacks.put(
                "counter-signature-of-junk",
                counterSigned(f -> f, i -> with(i, unsigned(PKCSObjectIdentifiers.pkcs_9_at_counterSignature))));
        attacks.put("digest-with-junk", counterSigned(f -> f, i -> with(i, 2, withJunk(i.get(2)))));
        attacks.put("signature-algorithm-with-junk", counterSigned(f -> f, i -> with(i, 4, withJunk(i.get(4)))));
        attacks.put("value-wrong", counterSigned(f -> f, i -> with(i, 5, new DEROctetString(new byte[70]))));
        attacks.put("identifier-with-junk", counterSigned(f -> f, i -> {
            ASN1Sequence named = ASN1Sequence.getInstance(i.get(1));
            return with(i, 1, new DERSequence(new ASN1Encodable[] {
                named.getObjectAt(0), named.getObjectAt(1), UnsignedOctets.JUNK
            }));
        }));
        attacks.put(
                "identifier-of-another",
                counterSigned(
                        f -> {
                            f.identified = signer.official;
                            return f;
                        },
                        i -> i));
        return attacks;
    }

    private static ASN1Encodable withJunk(ASN1Encodable algorithm) {
        return new AlgorithmIdentifier(
                AlgorithmIdentifier.getInstance(algorithm).getAlgorithm(), UnsignedOctets.JUNK);
    }

    private static ValidationOutcome outcome(byte[] document) throws IOException {
        return validator.validate(Files.write(folder.resolve("document"), document));
    }

    private static boolean isValid(ValidationOutcome outcome) {
        return outcome instanceof Judged judged && judged.report().verdict() == Verdict.VALID;
    }

    @Test
    void honestOneIsValid() throws IOException {
        ValidationOutcome outcome = outcome(counterSigned(f -> f, i -> i));
        assertThat(isValid(outcome)).as(outcome.toString()).isTrue();
        assertThat(((Judged) outcome).report().signatures()).hasSize(2);
    }

    @TestFactory
    Stream<DynamicTest> noneIsValid() {
        return attacks().entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> {
                    ValidationOutcome outcome = outcome(attack.getValue());
                    assertThat(isValid(outcome)).as(outcome.toString()).isFalse();
                }));
    }
}
