package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.pdf.PageTree;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.Revision;
import vn.lienthong.signer.seal.Appearance;
import vn.lienthong.signer.seal.AppearanceFault;
import vn.lienthong.signer.seal.AppearanceLayout;
import vn.lienthong.signer.seal.AppearanceOutcome;
import vn.lienthong.signer.seal.DisplayedPage;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SigningLimits;

/**
 * On which page a signature's field is, and how it looks. PDFBox reads the document only if there is something to see: the
 * place is found among the page's text. Thread-safe.
 */
final class VisibleField {
    private final AppearanceLayout layout;
    private final SigningLimits limits;
    private final Path workFolder;

    VisibleField(AppearanceLayout layout, SigningLimits limits, Path workFolder) {
        this.layout = layout;
        this.limits = limits;
        this.workFolder = workFolder;
    }

    /** What was found. */
    sealed interface Field {
        record Shown(PageTree.Page page, FieldAppearance appearance) implements Field {}

        record NotShown(Refused why) implements Field {}
    }

    Field field(SignRequest request, Instant signingTime, Path file, SignableDocument base, Revision revision)
            throws IOException, PdfFault {
        if (request.appearance().isEmpty()) {
            return new Field.Shown(base.pages().page(1), FieldAppearance.invisible(revision));
        }
        return switch (PdfFile.open(file, limits, workFolder)) {
            case PdfFile.Opening.NotOpened(Refused why) -> new Field.NotShown(why);
            case PdfFile.Opening.Opened(PDDocument opened) -> {
                try (PDDocument document = opened) {
                    yield switch (layout.layOut(request.appearance().get(), document, signingTime)) {
                        case AppearanceOutcome.LaidOut(Appearance appearance) ->
                            shown(appearance, document, base, revision);
                        case AppearanceOutcome.Faulty(AppearanceFault fault, String detail) ->
                            new Field.NotShown(new Refused(AppearanceRefusals.of(fault), detail));
                    };
                } catch (IOException | RuntimeException | StackOverflowError e) {
                    // PDFBox reads lazily: parts that are hostile show only when they are asked for.
                    yield new Field.NotShown(
                            new Refused(SignRefusal.DOCUMENT_MALFORMED, "a part of the document cannot be read"));
                }
            }
        };
    }

    private static Field shown(Appearance appearance, PDDocument document, SignableDocument base, Revision revision)
            throws IOException, PdfFault {
        PageTree.Page page = base.pages().page(appearance.box().page());
        PDPage seen = document.getPage(appearance.box().page() - 1);
        @Nullable COSObjectKey key = seen.getCOSObject().getKey();
        if (key == null || key.getNumber() != page.ref().number()) {
            return new Field.NotShown(new Refused(
                    SignRefusal.DOCUMENT_MALFORMED,
                    "readers do not agree on which page is number "
                            + appearance.box().page()));
        }
        return new Field.Shown(page, FieldAppearance.drawn(appearance, DisplayedPage.of(seen), revision));
    }
}
