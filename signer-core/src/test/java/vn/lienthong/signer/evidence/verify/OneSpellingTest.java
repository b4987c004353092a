package vn.lienthong.signer.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.EvidenceParts;
import vn.lienthong.signer.strict.CmsFault;
import vn.lienthong.signer.strict.PlainCms.Inside;
import vn.lienthong.signer.strict.StrictCms;

/** Every other spelling of the same evidence is refused: nothing can be changed in a file, put in or taken out unseen. */
class OneSpellingTest {
    private static EvidenceFixture fixture;
    private static EvidenceFile honest;
    private static byte[] whole;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeEvidence() {
        fixture = new EvidenceFixture();
        honest = fixture.file();
        whole = EvidenceFixture.zip(honest);
    }

    private boolean holds(byte[] zip) throws IOException {
        Path path = Files.write(folder.resolve("evidence.zip"), zip);
        return fixture.verifier().verify(path, Optional.empty()).holds();
    }

    private void refuses(String what, byte[] zip) throws IOException {
        assertThat(zip).as("%s: a change", what).isNotEqualTo(whole);
        assertThat(holds(zip)).as(what).isFalse();
    }

    private static byte[] with(String part, byte[] content) throws IOException {
        Map<String, byte[]> parts = EvidenceParts.of(whole);
        assertThat(parts).containsKey(part);
        parts.put(part, content);
        return EvidenceParts.zip(parts);
    }

    @Test
    void theHonestFileHolds() throws IOException {
        assertThat(holds(whole)).isTrue();
    }

    @Test
    void refusesOtherZips() throws IOException {
        byte[] before = new byte[whole.length + 4];
        System.arraycopy(whole, 0, before, 4, whole.length);
        refuses("octets before", before);
        refuses("octets behind", java.util.Arrays.copyOf(whole, whole.length + 1));
        byte[] comment = java.util.Arrays.copyOf(whole, whole.length + 3);
        comment[whole.length - 2] = 3;
        refuses("a comment", comment);
        Map<String, byte[]> parts = EvidenceParts.of(whole);
        List<String> names = new ArrayList<>(parts.keySet());
        Collections.swap(names, 1, 2);
        Map<String, byte[]> swapped = new LinkedHashMap<>();
        names.forEach(name -> swapped.put(name, parts.get(name)));
        refuses("another order", EvidenceParts.zip(swapped));
        for (boolean packed : new boolean[] {true, false}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    ZipEntry entry = new ZipEntry(part.getKey());
                    if (!packed) {
                        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                        crc.update(part.getValue());
                        entry.setMethod(ZipEntry.STORED);
                        entry.setSize(part.getValue().length);
                        entry.setCrc(crc.getValue());
                    }
                    zip.putNextEntry(entry);
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
            refuses(packed ? "packed parts" : "parts with a time", out.toByteArray());
        }
    }

    @Test
    void refusesPartsThatAreNumberedOtherwise() throws IOException {
        Map<String, byte[]> parts = EvidenceParts.of(whole);
        byte[] first = parts.get("certificates/1.cer");
        parts.put("certificates/1.cer", parts.get("certificates/2.cer"));
        parts.put("certificates/2.cer", first);
        refuses("certificates in another order", EvidenceParts.zip(parts));
        Map<String, byte[]> renamed = new LinkedHashMap<>();
        EvidenceParts.of(whole).forEach((name, part) -> renamed.put(name.replace("cates/3", "cates/4"), part));
        refuses("a gap in the numbers", EvidenceParts.zip(renamed));
        Map<String, byte[]> twice = new LinkedHashMap<>();
        EvidenceParts.of(whole).forEach((name, part) -> {
            twice.put(name, part);
            if (name.equals("certificates/3.cer")) {
                twice.put("certificates/4.cer", part);
            }
        });
        refuses("a certificate twice", EvidenceParts.zip(twice));
    }

    @Test
    void refusesOtherJson() throws IOException {
        String json = new String(EvidenceParts.of(whole).get("evidence.json"), StandardCharsets.UTF_8);
        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put("a space", json.replaceFirst(",", ", "));
        spellings.put("a line behind", json + "\n");
        spellings.put("a byte order mark", "\ufeff" + json);
        spellings.put("another member", json.replaceFirst("\\{", "{\"note\":\"\","));
        spellings.put("a member twice", json.replaceFirst("\"log\":\"demo\"", "\"log\":\"demo\",\"log\":\"demo\""));
        spellings.put(
                "another order",
                json.replaceFirst(
                        "\\{\"format\":\"lienthong-evidence-2\",\"log\":\"demo\"",
                        "{\"log\":\"demo\",\"format\":\"lienthong-evidence-2\""));
        spellings.put("an escape", json.replaceFirst("\"demo\"", "\"d\\\\u0065mo\""));
        spellings.put("an escaped solidus", json.replaceFirst("12/UBND", "12\\\\/UBND"));
        spellings.put("a fraction", json.replaceFirst("\"sequence\":2", "\"sequence\":2.0"));
        spellings.put("an exponent", json.replaceFirst("\"sequence\":2", "\"sequence\":2e0"));
        spellings.put("a leading zero", json.replaceFirst("\"sequence\":2", "\"sequence\":02"));
        int salt = json.indexOf("\"salt\":\"") + 8;
        spellings.put(
                "hexadecimal in capitals",
                json.substring(0, salt)
                        + json.substring(salt, salt + 64).toUpperCase(java.util.Locale.ROOT)
                        + json.substring(salt + 64));
        spellings.put("the older format", json.replaceFirst("evidence-2", "evidence-1"));
        for (Map.Entry<String, String> spelling : spellings.entrySet()) {
            refuses(spelling.getKey(), with("evidence.json", spelling.getValue().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void refusesOtherCms() throws IOException, GeneralSecurityException {
        byte[] subjectKey = SubjectKeyIdentifier.fromExtensions(
                        new X509CertificateHolder(fixture.tsa.certificate().getEncoded()).getExtensions())
                .getKeyIdentifier();
        Map<String, byte[]> spellings = CmsSpellings.of(
                honest.heads().get(1L).timestamp(),
                List.of(fixture.pki.intermediate().getEncoded()),
                fixture.pki.crl(),
                subjectKey);
        assertThat(spellings).hasSizeGreaterThan(18);
        for (Map.Entry<String, byte[]> spelling : spellings.entrySet()) {
            refuses("timestamp with " + spelling.getKey(), with("heads/1.tst", spelling.getValue()));
        }
    }

    /** Or the test above would prove nothing: they are refused although their signature holds. */
    @Test
    void theSignatureHoldsInOtherCms() throws Exception {
        Map<String, byte[]> spellings = CmsSpellings.of(
                honest.heads().get(1L).timestamp(),
                List.of(fixture.pki.intermediate().getEncoded()),
                fixture.pki.crl(),
                new byte[20]);
        for (String name : List.of(
                "more certificates",
                "a CRL",
                "digest list with NULL",
                "digest with NULL",
                "the twin",
                "an unsigned attribute",
                "BER",
                "signer's version")) {
            assertThat(new CMSSignedData(spellings.get(name))
                            .getSignerInfos()
                            .iterator()
                            .next()
                            .verify(new JcaSimpleSignerInfoVerifierBuilder().build(fixture.tsa.certificate())))
                    .as(name)
                    .isTrue();
        }
    }

    /** What documents are held to as well: more forms than one are lawful there, but strings put together are not. */
    @Test
    void documentsSignaturesMayNotPutStringsTogether() throws IOException, GeneralSecurityException {
        List<X509CertificateHolder> known =
                List.of(new X509CertificateHolder(fixture.pki.root().getEncoded()));
        byte[] subjectKey = SubjectKeyIdentifier.fromExtensions(
                        new X509CertificateHolder(fixture.tsa.certificate().getEncoded()).getExtensions())
                .getKeyIdentifier();
        Map<String, byte[]> spellings = CmsSpellings.of(
                honest.heads().get(1L).timestamp(),
                List.of(fixture.pki.intermediate().getEncoded()),
                fixture.pki.crl(),
                subjectKey);
        byte[] complete = spellings.get("more certificates");
        assertThat(StrictCms.faults(complete, known)).isEmpty();
        Map<String, byte[]> constructed = new LinkedHashMap<>(ConstructedStrings.in(complete));
        constructed.put("subject key", spellings.get("signer by constructed subject key"));
        assertThat(constructed).hasSizeGreaterThan(10);
        for (Map.Entry<String, byte[]> one : constructed.entrySet()) {
            assertThat(StrictCms.faults(one.getValue(), known)).as(one.getKey()).isNotEmpty();
        }
        known = List.of(new X509CertificateHolder(fixture.pki.intermediate().getEncoded()));
        assertThat(StrictCms.faults(spellings.get("signer by subject key"), known))
                .isEmpty();
        assertThat(StrictCms.faults(spellings.get("signer by constructed subject key"), known))
                .containsExactly(CmsFault.VERSION_WRONG);
    }

    @Test
    void refusesSealThatIsNotInItsForm() throws IOException, GeneralSecurityException {
        SealedHead head = honest.heads().get(1L);
        Map<String, byte[]> spellings =
                CmsSpellings.of(head.seal(), List.of(fixture.pki.root().getEncoded()), fixture.pki.crl(), new byte[20]);
        for (String name : List.of("the twin", "an unsigned attribute", "a CRL", "more certificates")) {
            Bytes seal = Bytes.of(spellings.get(name));
            Bytes stamp = EvidenceFixture.plain(
                    fixture.forger.stamp(seal, EvidenceFixture.NOW, DigestAlgorithm.SHA256), Inside.SIGNER);
            Map<String, byte[]> parts = EvidenceParts.of(whole);
            parts.put("heads/1.p7s", seal.toArray());
            parts.put("heads/1.tst", stamp.toArray());
            refuses("seal with " + name, EvidenceParts.zip(parts));
        }
    }

    @Test
    void refusesOtherX509() throws IOException {
        for (String part : List.of("certificates/1.cer", "certificates/2.cer", "certificates/3.cer", "crl/1.crl")) {
            byte[] der = EvidenceParts.of(whole).get(part);
            ASN1Sequence parts = ASN1Sequence.getInstance(der);
            AlgorithmIdentifier algorithm = AlgorithmIdentifier.getInstance(parts.getObjectAt(1));
            ASN1Encodable withNull = new AlgorithmIdentifier(algorithm.getAlgorithm(), DERNull.INSTANCE);
            refuses(
                    part + " with NULL",
                    with(
                            part,
                            new DERSequence(new ASN1Encodable[] {parts.getObjectAt(0), withNull, parts.getObjectAt(2)})
                                    .getEncoded(ASN1Encoding.DER)));
            for (Map.Entry<String, byte[]> spelling : ConstructedStrings.in(der).entrySet()) {
                refuses(part + " with " + spelling.getKey(), with(part, spelling.getValue()));
            }
        }
    }

    @Test
    void refusesWhatNoCheckNeeds() throws IOException {
        EvidenceFixture stranger = new EvidenceFixture();
        refuses("the root", zip(fixture.pki.root(), null));
        refuses("a stranger's certificate", zip(stranger.pki.intermediate(), null));
        refuses(
                "another user's certificate",
                zip(
                        fixture.pki
                                .issue(vn.lienthong.signer.testpki.Profile.signer("Người khác"))
                                .certificate(),
                        null));
        refuses(
                "a second list",
                zip(
                        null,
                        Parsed.crl(fixture.pki.crl(
                                EvidenceFixture.NOW.minus(Duration.ofHours(2)),
                                EvidenceFixture.NOW.plus(Duration.ofDays(1))))));
        refuses(
                "a list that had ended",
                zip(
                        null,
                        Parsed.crl(fixture.pki.crl(
                                EvidenceFixture.NOW.minus(Duration.ofDays(2)),
                                EvidenceFixture.NOW.minus(Duration.ofDays(1))))));
        refuses("a stranger's list", zip(null, Parsed.crl(stranger.pki.crl())));
    }

    private static byte[] zip(java.security.cert.X509Certificate certificate, java.security.cert.X509CRL crl) {
        List<java.security.cert.X509Certificate> certificates = new ArrayList<>(honest.certificates());
        List<java.security.cert.X509CRL> crls = new ArrayList<>(honest.crls());
        Optional.ofNullable(certificate).ifPresent(certificates::add);
        Optional.ofNullable(crl).ifPresent(crls::add);
        return EvidenceFixture.zip(new EvidenceFile(
                honest.log(),
                honest.dispatch(),
                honest.envelope(),
                honest.entries(),
                honest.heads(),
                certificates,
                crls));
    }
}
