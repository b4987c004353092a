package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** Where a standard leaves a choice in what nothing signs, every choice of an honest program is valid. */
class HonestSpellingsIT {
    @TempDir
    static Path folder;

    private static DssSigner signer;
    private static SignatureValidator validator;
    private static ValidationFixture fixture;
    private static SignatureValidator pdfValidator;
    private static byte[] cms;
    private static byte[] pdf;

    @BeforeAll
    static void sign() throws IOException {
        signer = new DssSigner();
        validator = signer.validator(folder);
        cms = signer.cades(
                CmsAttacks.LETTER,
                SignaturePackaging.ENVELOPING,
                SignatureLevel.CAdES_BASELINE_T,
                signer.other,
                p -> {});
        fixture = new ValidationFixture(Files.createDirectory(folder.resolve("pdf")), Profile.signer("Trần Thị Bình"));
        pdfValidator = fixture.validator();
        pdf = Files.readAllBytes(
                fixture.pdf(fixture.emptyPdf(), "once.pdf", vn.lienthong.signer.sign.SignatureLevel.BASELINE_T));
    }

    private static Map<String, Consumer<CmsParts>> algorithms() {
        Map<String, Consumer<CmsParts>> spellings = new LinkedHashMap<>();
        AlgorithmIdentifier bare = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
        AlgorithmIdentifier withNull = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        spellings.put("listed digest without parameters", p -> p.digests.set(0, bare));
        spellings.put("listed digest with NULL", p -> p.digests.set(0, withNull));
        spellings.put("digest without parameters", p -> p.signer.set(2, bare));
        spellings.put("digest with NULL", p -> p.signer.set(2, withNull));
        return spellings;
    }

    private static Map<String, Consumer<CmsParts>> rsa() {
        Map<String, Consumer<CmsParts>> spellings = new LinkedHashMap<>();
        Map.of(
                        "rsaEncryption",
                        PKCSObjectIdentifiers.rsaEncryption,
                        "sha256WithRSAEncryption",
                        PKCSObjectIdentifiers.sha256WithRSAEncryption)
                .forEach((name, algorithm) -> {
                    spellings.put(
                            name + " with NULL",
                            p -> p.signer.set(4, new AlgorithmIdentifier(algorithm, DERNull.INSTANCE)));
                    spellings.put(
                            name + " without parameters", p -> p.signer.set(4, new AlgorithmIdentifier(algorithm)));
                });
        return spellings;
    }

    /** Evidence of the right authorities in the attributes and choices that hold it. */
    private static Map<String, Consumer<CmsParts>> evidence(TestPki pki) {
        ASN1Encodable crls = new DERTaggedObject(true, 0, new DERSequence(CmsParts.parsed(pki.crl())));
        ASN1Encodable response = CmsParts.parsed(pki.ocsp(signer.other.certificate()));
        Map<String, Consumer<CmsParts>> places = new LinkedHashMap<>();
        places.put(
                "certificate-values",
                p -> p.addUnsigned(CmsForge.attribute(
                        PKCSObjectIdentifiers.id_aa_ets_certValues, new DERSequence(new ASN1Encodable[] {
                            CmsForge.certificate(pki.intermediate()), CmsForge.certificate(pki.root())
                        }))));
        places.put(
                "revocation-values",
                p -> p.addUnsigned(
                        CmsForge.attribute(PKCSObjectIdentifiers.id_aa_ets_revocationValues, new DERSequence(crls))));
        places.put("list", p -> p.addCrl(CmsParts.parsed(pki.crl())));
        places.put("response", p -> p.addTaggedCrl(format(CMSObjectIdentifiers.id_ri_ocsp_response, response)));
        places.put(
                "response without its envelope",
                p -> p.addTaggedCrl(format(OCSPObjectIdentifiers.id_pkix_ocsp_basic, basic(response))));
        return places;
    }

    private static ASN1Encodable format(ASN1ObjectIdentifier format, ASN1Encodable value) {
        return new DERTaggedObject(false, 1, new DERSequence(new ASN1Encodable[] {format, value}));
    }

    private static ASN1Encodable basic(ASN1Encodable response) {
        return CmsParts.parsed(OCSPResponse.getInstance(response)
                .getResponseBytes()
                .getResponse()
                .getOctets());
    }

    /** Who believes the format finds no response there. */
    @TestFactory
    Stream<DynamicTest> aResponseUnderTheOtherFormatIsNotValid() {
        ASN1Encodable response = CmsParts.parsed(signer.pki.ocsp(signer.other.certificate()));
        return Map.of(
                        "whole as basic",
                        format(OCSPObjectIdentifiers.id_pkix_ocsp_basic, response),
                        "basic as whole",
                        format(CMSObjectIdentifiers.id_ri_ocsp_response, basic(response)))
                .entrySet()
                .stream()
                .map(swapped -> DynamicTest.dynamicTest(swapped.getKey(), () -> {
                    byte[] document = CmsParts.changed(cms, p -> p.addTaggedCrl(swapped.getValue()));
                    ValidationOutcome outcome = validator.validate(Files.write(folder.resolve("document"), document));
                    assertThat(outcome instanceof Judged judged
                                    && judged.report().verdict() == Verdict.VALID)
                            .as(outcome.toString())
                            .isFalse();
                }));
    }

    private static DynamicTest isValid(String name, SignatureValidator by, byte[] document) {
        return DynamicTest.dynamicTest(name, () -> {
            ValidationOutcome outcome = by.validate(Files.write(folder.resolve("document"), document));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Judged.class,
                            judged -> assertThat(judged.report().verdict())
                                    .as(outcome.toString())
                                    .isEqualTo(Verdict.VALID));
        });
    }

    private static Stream<DynamicTest> inCms(Map<String, Consumer<CmsParts>> spellings) {
        return spellings.entrySet().stream()
                .map(s -> isValid("CMS: " + s.getKey(), validator, CmsParts.changed(cms, s.getValue())));
    }

    private static Stream<DynamicTest> inTimestampOfCms(Map<String, Consumer<CmsParts>> spellings) {
        return spellings.entrySet().stream()
                .map(s -> isValid(
                        "timestamp of a CMS: " + s.getKey(), validator, CmsParts.changedTimestamp(cms, s.getValue())));
    }

    private static Stream<DynamicTest> inPdf(Map<String, Consumer<CmsParts>> spellings) {
        return spellings.entrySet().stream()
                .map(s -> isValid(
                        "PDF: " + s.getKey(),
                        pdfValidator,
                        UnsignedOctets.inPdf(pdf, der -> CmsParts.changed(der, s.getValue()))));
    }

    private static Stream<DynamicTest> inTimestampOfPdf(Map<String, Consumer<CmsParts>> spellings) {
        return spellings.entrySet().stream()
                .map(s -> isValid(
                        "timestamp of a PDF: " + s.getKey(),
                        pdfValidator,
                        UnsignedOctets.inPdf(pdf, der -> CmsParts.changedTimestamp(der, s.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> algorithmsAreSpeltEitherWay() {
        return Stream.of(
                        inCms(algorithms()),
                        inTimestampOfCms(algorithms()),
                        inPdf(algorithms()),
                        inTimestampOfPdf(algorithms()),
                        inPdf(rsa()))
                .flatMap(s -> s);
    }

    @TestFactory
    Stream<DynamicTest> evidenceStandsInAnyPlace() {
        return Stream.concat(inCms(evidence(signer.pki)), inTimestampOfCms(evidence(signer.pki)));
    }

    /** FIPS 186-5 §6.4.2: with (r, s) the pair (r, n-s) says the same of the same key and octets. */
    @TestFactory
    Stream<DynamicTest> eitherTwinOfAnEcdsaSignatureIsValid() {
        byte[] honest = signer.cades(CmsAttacks.LETTER, SignaturePackaging.ENVELOPING);
        BigInteger order = ((ECPublicKey) signer.official.certificate().getPublicKey())
                .getParams()
                .getOrder();
        byte[] twin = CmsParts.changed(honest, parts -> {
            ASN1Sequence pair = ASN1Sequence.getInstance(
                    ASN1OctetString.getInstance(parts.signer.get(5)).getOctets());
            BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
            parts.signer.set(5, new DEROctetString(CmsForge.der(new DERSequence(new ASN1Encodable[] {
                pair.getObjectAt(0), new ASN1Integer(order.subtract(s))
            }))));
        });
        assertThat(twin).isNotEqualTo(honest);
        return Stream.of(isValid("one", validator, honest), isValid("the other", validator, twin));
    }
}
