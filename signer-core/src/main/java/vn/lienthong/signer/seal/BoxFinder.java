package vn.lienthong.signer.seal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.lienthong.signer.seal.Placement.AboveName;
import vn.lienthong.signer.seal.Placement.At;
import vn.lienthong.signer.seal.Placement.InField;
import vn.lienthong.signer.seal.Placement.OverOfficialSignature;
import vn.lienthong.signer.seal.Placement.TopRightOfFirstPage;

/** Turns a placement into a rectangle on a page of the document. */
final class BoxFinder {
    private static final double SIGNATURE_WIDTH = Length.ofMillimetres(45).points();
    private static final double SIGNATURE_HEIGHT = Length.ofMillimetres(20).points();
    /** A title that stands close above the name is signed over rather than made the signature tiny. */
    private static final double LEAST_HEIGHT = Length.ofMillimetres(10).points();
    /** Decree 30/2020/NĐ-CP, Annex I: the seal covers about a third of the signature, to its left. */
    private static final double COVERED = 1.0 / 3;

    private static final double SEAL_TEXT_HEIGHT = Length.ofMillimetres(14).points();
    private static final double MARK_WIDTH = Length.ofMillimetres(70).points();
    private static final double MARK_HEIGHT = Length.ofMillimetres(17).points();
    /** Decree 30/2020/NĐ-CP, Annex I: a right margin of 15 to 20 mm. */
    private static final double RIGHT_MARGIN = Length.ofMillimetres(15).points();

    private static final double MARK_TOP = Length.ofMillimetres(6).points();
    private static final double AIR = 2;

    private BoxFinder() {}

    /** What was found. */
    sealed interface Finding {
        /** {@code textWidth}: how far text may reach from the left edge of the box, in points. */
        record Found(PageBox box, double textWidth) implements Finding {}

        record Lost(AppearanceFault fault, String detail) implements Finding {}
    }

    static Finding find(Placement placement, PDDocument document, ImageSize size) throws IOException {
        Finding finding = switch (placement) {
            case At at -> new Finding.Found(at.box(), at.box().width().points());
            case AboveName above -> aboveName(above, document, size);
            case OverOfficialSignature over -> overOfficialSignature(document, size);
            case TopRightOfFirstPage corner -> topRight(document);
            case InField field ->
                SignedFields.empty(document, field.name())
                        .<Finding>map(box -> new Finding.Found(box, box.width().points()))
                        .orElseGet(() -> new Finding.Lost(
                                AppearanceFault.PLACEMENT_NOT_FOUND,
                                "the document has no visible signature field of that name that is not signed"));
        };
        return finding instanceof Finding.Found found ? checked(found, document) : finding;
    }

    private static Finding aboveName(AboveName above, PDDocument document, ImageSize size) throws IOException {
        if (above.title().isEmpty()) {
            return NameSearch.find(document, above.fullName())
                    .map(name -> above(name, size))
                    .orElseGet(() -> notFound("the signer's name is on no page"));
        }
        List<NameOnPage> names = NameSearch.under(document, above.title().get(), above.fullName());
        return switch (names.size()) {
            case 0 -> notFound("the signer's name stands under that title on no page");
            case 1 -> above(names.getFirst(), size);
            default -> notFound("the signer's name stands under that title in several places");
        };
    }

    private static Finding notFound(String detail) {
        return new Finding.Lost(AppearanceFault.PLACEMENT_NOT_FOUND, detail);
    }

    private static Finding above(NameOnPage found, ImageSize size) {
        double free = Math.max(LEAST_HEIGHT, found.freeAbove() - 2 * AIR);
        double height = Math.min(Math.min(SIGNATURE_HEIGHT, free), SIGNATURE_WIDTH / size.ratio());
        double width = height * size.ratio();
        double air = Math.max(AIR, (found.freeAbove() - height) / 2);
        return new Finding.Found(
                PageBox.ofPoints(found.page(), found.centre() - width / 2, found.top() - air - height, width, height),
                width);
    }

    private static Finding overOfficialSignature(PDDocument document, ImageSize size) {
        Optional<PageBox> official = SignedFields.newestVisible(document);
        if (official.isEmpty()) {
            return new Finding.Lost(AppearanceFault.PLACEMENT_NOT_FOUND, "the document has no visible signature yet");
        }
        PageBox signature = official.get();
        double covered = signature.width().points() * COVERED;
        double left = signature.left().points() + covered - size.side();
        double top = signature.top().points() + (signature.height().points() - size.side()) / 2;
        double textWidth = Math.max(size.side() / 2, size.side() - covered - AIR);
        return found(signature.page(), left, top, size.side(), size.side() + SEAL_TEXT_HEIGHT, textWidth);
    }

    private static Finding found(int page, double left, double top, double width, double height, double textWidth) {
        return PageBox.ifPossible(page, left, top, width, height)
                .<Finding>map(box -> new Finding.Found(box, textWidth))
                .orElseGet(() -> new Finding.Lost(
                        AppearanceFault.PLACEMENT_OFF_PAGE, "the place found for the signature is on no page"));
    }

    private static Finding topRight(PDDocument document) {
        double left = DisplayedPage.of(document.getPage(0)).width() - RIGHT_MARGIN - MARK_WIDTH;
        return new Finding.Found(PageBox.ofPoints(1, left, MARK_TOP, MARK_WIDTH, MARK_HEIGHT), MARK_WIDTH);
    }

    private static Finding checked(Finding.Found found, PDDocument document) {
        PageBox box = found.box();
        if (box.page() > document.getNumberOfPages()) {
            return new Finding.Lost(AppearanceFault.PLACEMENT_OFF_PAGE, "there is no page " + box.page());
        }
        DisplayedPage page = DisplayedPage.of(document.getPage(box.page() - 1));
        boolean inside = box.left().points() >= 0
                && box.top().points() >= 0
                && box.right() <= page.width()
                && box.bottom() <= page.height();
        return inside
                ? found
                : new Finding.Lost(AppearanceFault.PLACEMENT_OFF_PAGE, "the signature would leave page " + box.page());
    }
}
