package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;

/** Certified documents allow what they say, and locks hold: the attacks on certification are never valid. */
class CertifiedPdfIT {
    @TempDir
    static Path folder;

    private static PdfLab lab;

    @BeforeAll
    static void make() {
        lab = new PdfLab(folder);
    }

    private static byte[] certified(CertificationPermission permission) {
        return lab.signByDss(LabDocument.table(), p -> p.setPermission(permission));
    }

    private static List<FindingCode> reasons(byte[] pdf) {
        SignatureReport report = ((Judged) lab.judge(pdf)).report();
        assertThat(report.verdict()).as(report.toString()).isNotEqualTo(Verdict.VALID);
        return report.findings().stream()
                .map(Finding::code)
                .filter(code -> code.worth() != Verdict.VALID)
                .toList();
    }

    static Stream<String> annotations() {
        return Stream.of(
                "FreeText", "Stamp", "Redact", "Highlight", "Ink", "Square", "Line", "Text", "Widget", "Screen");
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void evilAnnotationIsNotValid(String subtype) {
        for (CertificationPermission permission : CertificationPermission.values()) {
            byte[] changed = PdfLab.update(certified(permission), d -> {
                COSDictionary annotation = PdfAttacks.pictured(subtype, new PDRectangle(72, 690, 300, 30));
                annotation.setString(COSName.CONTENTS, "2.000.000 dong");
                d.getPage(0).getCOSObject().getCOSArray(COSName.ANNOTS).add(annotation);
                return List.of(d.getPage(0).getCOSObject(), annotation);
            });
            assertThat(reasons(changed))
                    .as(permission.name())
                    .containsAnyOf(FindingCode.ANNOTATION_CHANGED, FindingCode.CHANGE_NOT_DECIDED);
            assertThat(lab.isValid(lab.timestamp(changed))).as("timestamped").isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(value = CertificationPermission.class, names = "NO_CHANGE_PERMITTED", mode = EnumSource.Mode.EXCLUDE)
    void sneakySignatureIsNotValid(CertificationPermission permission) {
        byte[] changed = lab.signByDss(certified(permission), p -> showOver(p, 300, 40));
        assertThat(reasons(changed)).containsAnyOf(FindingCode.SIGNATURE_NOT_PERMITTED, FindingCode.CHANGE_NOT_DECIDED);
    }

    @Test
    void signatureOverAWholePageIsNotValid() {
        byte[] signed = lab.sign(LabDocument.table(), SignatureLevel.BASELINE_B);
        byte[] covered = lab.signByDss(signed, p -> {
            showOver(p, 500, 500);
            p.getImageParameters().getFieldParameters().setPage(2);
        });
        assertThat(reasons(covered)).contains(FindingCode.CHANGE_NOT_DECIDED);
    }

    /** A further signature with a picture of text over what was certified. */
    private static void showOver(PAdESSignatureParameters parameters, int width, int height) {
        parameters.getImageParameters().getFieldParameters().setOriginX(72);
        parameters.getImageParameters().getFieldParameters().setOriginY(72);
        parameters.getImageParameters().getFieldParameters().setWidth(width);
        parameters.getImageParameters().getFieldParameters().setHeight(height);
        parameters.getImageParameters().getTextParameters().setText("Trang 1: 2.000.000 dong");
    }

    @Test
    void nothingIsSignedWhereNoChangeIsPermitted() {
        byte[] certified = certified(CertificationPermission.NO_CHANGE_PERMITTED);
        assertThat(reasons(PdfHonesty.fill(certified, "ghiChu", "Dong y"))).contains(FindingCode.FIELD_CHANGED);
    }

    @Test
    void lockedFieldIsNotFilledIn() {
        for (String locked : List.of("ghiChu", "soTien")) {
            byte[] signed = lock(locked);
            byte[] filled = PdfHonesty.fill(signed, "ghiChu", "Dong y");
            if (locked.equals("ghiChu")) {
                assertThat(reasons(filled)).contains(FindingCode.FIELD_CHANGED);
            } else {
                assertThat(lab.isValid(signed)).isTrue();
                assertThat(lab.isValid(filled)).isTrue();
            }
        }
    }

    /** An empty signature field that locks another one is signed by DSS. */
    private static byte[] lock(String field) {
        byte[] prepared = PdfLab.update(LabDocument.table(), d -> {
            PDSignatureField signature =
                    new PDSignatureField(d.getDocumentCatalog().getAcroForm());
            COSDictionary lock = new COSDictionary();
            lock.setItem(COSName.TYPE, COSName.getPDFName("SigFieldLock"));
            lock.setItem(COSName.getPDFName("Action"), COSName.getPDFName("Include"));
            COSArray names = new COSArray();
            names.add(new COSString(field));
            lock.setItem(COSName.FIELDS, names);
            signature.getCOSObject().setItem(COSName.getPDFName("Lock"), lock);
            signature.getWidgets().get(0).setPage(d.getPage(0));
            signature.getWidgets().get(0).setRectangle(new PDRectangle(0, 0, 0, 0));
            d.getPage(0).getCOSObject().getCOSArray(COSName.ANNOTS).add(signature.getCOSObject());
            COSDictionary form = d.getDocumentCatalog().getAcroForm().getCOSObject();
            form.getCOSArray(COSName.FIELDS).add(signature.getCOSObject());
            return List.of(form, d.getPage(0).getCOSObject(), signature.getCOSObject());
        });
        return lab.signByDss(
                prepared, p -> p.getImageParameters().getFieldParameters().setFieldId("Signature1"));
    }
}
