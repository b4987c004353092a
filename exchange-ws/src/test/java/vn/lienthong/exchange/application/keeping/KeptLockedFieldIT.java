package vn.lienthong.exchange.application.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.BaselineLevel;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.signer.sign.SignatureLevel;

/** A field that locks all others leaves no room for a later timestamp: nothing is kept that can never be completed. */
class KeptLockedFieldIT {
    private static final String FIELD = "chu-ky";

    @TempDir
    Path folder;

    private KeepingFixture fixture;

    @BeforeEach
    void setUp() throws Exception {
        fixture = new KeepingFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void isRefusedWhileTheAuthorityIsAway() throws Exception {
        Path letter = letter("All");
        fixture.authorityAway();
        assertRefused(FailureCode.TSA_UNAVAILABLE, letter, SignatureLevel.BASELINE_T);
        assertRefused(FailureCode.TSA_UNAVAILABLE, letter, SignatureLevel.BASELINE_LT);
        assertRefused(FailureCode.DOCUMENT_NOT_SIGNABLE, letter, SignatureLevel.BASELINE_LTA);
        fixture.authorityBack();
        KeptSignature signed = fixture.sign(letter, FIELD, SignatureLevel.BASELINE_LT);
        assertThat(signed.state()).isEqualTo(KeptState.COMPLETE);
        assertThat(signed.current().level()).isEqualTo(BaselineLevel.LT);
    }

    /** Lists go beside the signature, and need no field. */
    @Test
    void isKeptWhereListsAloneAreMissing() throws Exception {
        Path letter = letter("All");
        fixture.listsAway();
        assertRefused(FailureCode.DOCUMENT_NOT_SIGNABLE, letter, SignatureLevel.BASELINE_LTA);
        KeptSignature signed = fixture.sign(letter, FIELD, SignatureLevel.BASELINE_LT);
        assertThat(signed.current().level()).isEqualTo(BaselineLevel.T);
        fixture.listsBack();
        KeptSignature complete = fixture.after(Duration.ofHours(2), signed);
        assertThat(complete.state()).isEqualTo(KeptState.COMPLETE);
        assertThat(complete.current().level()).isEqualTo(BaselineLevel.LT);
    }

    @Test
    void isKeptWhereOnlySomeFieldsAreLocked() throws Exception {
        fixture.authorityAway();
        KeptSignature signed = fixture.sign(letter("Include"), FIELD, SignatureLevel.BASELINE_LTA);
        assertThat(signed.state()).isEqualTo(KeptState.AWAITING);
        fixture.authorityBack();
        assertThat(fixture.after(Duration.ofHours(2), signed).state()).isEqualTo(KeptState.COMPLETE);
    }

    private void assertRefused(FailureCode code, Path letter, SignatureLevel level) throws IOException {
        assertThatThrownBy(() -> fixture.sign(letter, FIELD, level))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
        try (var left = Files.list(folder.resolve("ades"))) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("signed-"));
        }
    }

    private Path letter(String action) throws IOException {
        Path letter = folder.resolve("letter-" + action + ".pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName(FIELD);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(300, 440, 150, 60));
            widget.setPage(page);
            page.setAnnotations(List.of(widget));
            form.setFields(List.of(field));
            COSDictionary lock = new COSDictionary();
            lock.setName(COSName.TYPE, "SigFieldLock");
            lock.setName("Action", action);
            if (action.equals("Include")) {
                COSArray names = new COSArray();
                names.add(new COSString("so"));
                lock.setItem(COSName.FIELDS, names);
            }
            field.getCOSObject().setItem("Lock", lock);
            document.save(letter.toFile());
        }
        return letter;
    }
}
