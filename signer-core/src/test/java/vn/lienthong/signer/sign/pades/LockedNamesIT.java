package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.seal.sample.SampleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationLimits;
import vn.lienthong.signer.validate.ValidationOutcome;
import vn.lienthong.signer.validate.Verdict;

/** A signature that locks fields which are not there yet: the next one is none of them, or it is not made. */
class LockedNamesIT {
    private static final String NAME = "chu-ky";

    @TempDir
    Path folder;

    private SigningFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new SigningFixture(folder);
    }

    @Test
    void aNewFieldHasANameThatNoLockHas() throws Exception {
        Path signed = signed("Include", List.of("Signature1", "Signature2", "khac"));
        assertThat(again(signed)).isInstanceOf(Signed.class);
        try (PDDocument document = Loader.loadPDF(folder.resolve("second.pdf").toFile())) {
            assertThat(document.getSignatureFields())
                    .extracting(PDField::getPartialName)
                    .containsExactlyInAnyOrder(NAME, "Signature3");
        }
        assertThat(verdict(folder.resolve("second.pdf"))).isEqualTo(Verdict.VALID);
    }

    /** The same in another spelling of the name: UTF-16. */
    @Test
    void howTheLockIsWrittenDoesNotMatter() throws Exception {
        Path signed = signed("Include", List.of("UTF-16:Signature1"));
        assertThat(again(signed)).isInstanceOf(Signed.class);
        try (PDDocument document = Loader.loadPDF(folder.resolve("second.pdf").toFile())) {
            assertThat(document.getSignatureFields())
                    .extracting(PDField::getPartialName)
                    .containsExactlyInAnyOrder(NAME, "Signature2");
        }
    }

    /** The strict reader leaves forms of XFA to others. */
    @Test
    void whatOnlyOthersReadIsLockedAllTheSame() throws Exception {
        for (String action : List.of("All", "Exclude", "Include")) {
            Path plain = signed(action, action.equals("All") ? List.of() : List.of("Signature1"));
            assertThat(LockedForm.in(plain)).isEqualTo(!action.equals("Include"));
            Path xfa = withXfa(plain);
            assertThat(LockedForm.in(xfa)).as(action).isTrue();
            assertThat(again(xfa))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(SignRefusal.DOCUMENT_CHANGES_FORBIDDEN));
        }
        Path free = withXfa(signed("Include", List.of("khac")));
        assertThat(LockedForm.in(free)).isFalse();
        assertThat(LockedForm.in(Files.writeString(folder.resolve("none.pdf"), "%PDF-1.7 nothing")))
                .isTrue();
    }

    private Path signed(String action, List<String> names) throws Exception {
        COSDictionary lock = new COSDictionary();
        lock.setName(COSName.TYPE, "SigFieldLock");
        lock.setName("Action", action);
        COSArray fields = new COSArray();
        names.forEach(name -> fields.add(
                name.startsWith("UTF-16:")
                        ? new COSString(name.substring(7).getBytes(StandardCharsets.UTF_16))
                        : new COSString(name)));
        if (!names.isEmpty()) {
            lock.setItem(COSName.FIELDS, fields);
        }
        Path letter = LetterWithField.write(
                folder, NAME, field -> field.getCOSObject().setItem("Lock", lock));
        Path signed = Files.createTempFile(folder, "signed", ".pdf");
        Files.delete(signed);
        assertThat(fixture.signer.sign(new SignRequest(
                        letter,
                        signed,
                        fixture.official,
                        SignatureLevel.BASELINE_B,
                        SignatureDetails.NONE,
                        Optional.of(new VisibleSignature.OfficialSignature(
                                SampleSignature.png(), new Placement.InField(NAME))))))
                .isInstanceOf(Signed.class);
        return signed;
    }

    private Object again(Path signed) throws Exception {
        Files.deleteIfExists(folder.resolve("second.pdf"));
        return fixture.signer.sign(fixture.request(signed, "second.pdf", fixture.agency, Optional.empty()));
    }

    private Path withXfa(Path signed) throws Exception {
        Path xfa = Files.createTempFile(folder, "xfa", ".pdf");
        try (PDDocument document = Loader.loadPDF(signed.toFile());
                var out = Files.newOutputStream(xfa)) {
            COSDictionary form = document.getDocumentCatalog().getAcroForm(null).getCOSObject();
            form.setItem("XFA", new COSString("<xdp/>"));
            form.setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        return xfa;
    }

    private Verdict verdict(Path signed) throws Exception {
        Path crls = Files.createDirectories(folder.resolve("crls"));
        Files.write(crls.resolve("issuing.crl"), fixture.pki.crl());
        Files.write(crls.resolve("root.crl"), fixture.pki.rootCrl());
        ValidationOutcome outcome = new SignatureValidator(
                        TrustAnchors.of(List.of(fixture.pki.root())),
                        RevocationSources.folder(crls),
                        ValidationLimits.DEFAULT,
                        fixture.clock)
                .validate(signed);
        return ((ValidationOutcome.Judged) outcome).report().verdict();
    }
}
