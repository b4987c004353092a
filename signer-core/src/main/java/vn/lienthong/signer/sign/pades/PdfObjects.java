package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.alert.LogOnStatusAlert;
import eu.europa.esig.dss.pdf.AbstractPdfObjFactory;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.PdfSignatureFieldPositionChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawerFactory;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import java.util.Optional;
import org.slf4j.event.Level;
import vn.lienthong.signer.seal.Appearance;

/** What DSS builds a PDF with, for one signature: our drawer, temporary files instead of memory. */
final class PdfObjects extends AbstractPdfObjFactory {
    private static final long IN_MEMORY = 16L << 20;

    private final PdfBoxSignatureDrawerFactory drawers;

    PdfObjects(Optional<Appearance> appearance, TempFileResourcesHandlerBuilder files) {
        this.drawers = appearance
                .<PdfBoxSignatureDrawerFactory>map(a -> parameters -> new AppearanceDrawer(a))
                .orElseGet(PdfBoxNativeSignatureDrawerFactory::new);
        setResourcesHandlerBuilder(files);
        setPdfMemoryUsageSetting(PdfMemoryUsageSetting.mixed(IN_MEMORY));
        setPdfSignatureFieldPositionChecker(overlapAllowed());
    }

    /** Decree 30/2020/NĐ-CP, Annex I, box 8: the agency's seal covers a third of the official's signature. */
    private static PdfSignatureFieldPositionChecker overlapAllowed() {
        PdfSignatureFieldPositionChecker checker = new PdfSignatureFieldPositionChecker();
        checker.setAlertOnSignatureFieldOverlap(new LogOnStatusAlert(Level.DEBUG));
        return checker;
    }

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return service(PDFServiceMode.SIGNATURE);
    }

    @Override
    public PDFSignatureService newContentTimestampService() {
        return service(PDFServiceMode.CONTENT_TIMESTAMP);
    }

    @Override
    public PDFSignatureService newSignatureTimestampService() {
        return service(PDFServiceMode.SIGNATURE_TIMESTAMP);
    }

    @Override
    public PDFSignatureService newArchiveTimestampService() {
        return service(PDFServiceMode.ARCHIVE_TIMESTAMP);
    }

    private PDFSignatureService service(PDFServiceMode mode) {
        return configure(new PdfBoxSignatureService(mode, drawers));
    }
}
