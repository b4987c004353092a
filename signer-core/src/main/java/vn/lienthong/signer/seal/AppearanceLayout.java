package vn.lienthong.signer.seal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.lienthong.signer.seal.Appearance.Picture;
import vn.lienthong.signer.seal.AppearanceOutcome.Faulty;
import vn.lienthong.signer.seal.AppearanceOutcome.LaidOut;
import vn.lienthong.signer.seal.BoxFinder.Finding.Found;
import vn.lienthong.signer.seal.BoxFinder.Finding.Lost;
import vn.lienthong.signer.seal.VisibleSignature.AgencySeal;
import vn.lienthong.signer.seal.VisibleSignature.AnnexMark;
import vn.lienthong.signer.seal.VisibleSignature.CopyMark;
import vn.lienthong.signer.seal.VisibleSignature.OfficialSignature;

/**
 * Lays a visible signature out on the pages of one document. Thread-safe; the document is only read.
 *
 * <p>Source: Decree 30/2020/NĐ-CP, Annex I.
 */
public final class AppearanceLayout {
    private static final DateTimeFormatter SIGNING_TIME = DateTimeFormatter.ofPattern(
                    "dd/MM/uuuu HH:mm:ss\u00a0xxx", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    /** Decree 30/2020/NĐ-CP, Annex I: annexes and copies carry upright text of 10 points. */
    private static final double MARK_SIZE = 10;

    private static final double SEAL_TEXT_SIZE = 6;

    private final ImageLimits limits;

    public AppearanceLayout(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * What is to be drawn and where.
     *
     * @throws IOException if a page cannot be read
     */
    public AppearanceOutcome layOut(VisibleSignature signature, PDDocument document, Instant signingTime)
            throws IOException {
        String time = SIGNING_TIME.format(signingTime);
        return switch (signature) {
            case OfficialSignature official -> official(official, document);
            case AgencySeal seal -> seal(seal, document, time);
            case AnnexMark annex -> mark(annex.placement(), List.of(annex.numberAndNotation(), time), document);
            case CopyMark copy -> mark(copy.placement(), List.of(copy.copyForm(), copy.agencyName(), time), document);
        };
    }

    private AppearanceOutcome official(OfficialSignature official, PDDocument document) throws IOException {
        return switch (PngImage.read(official.image(), limits)) {
            case PngImage.Reading.Faulty faulty -> new Faulty(faulty.fault(), faulty.detail());
            case PngImage.Reading.Decoded(BufferedImage image) ->
                switch (BoxFinder.find(official.placement(), document, ImageSize.ofSignature(image))) {
                    case Lost lost -> new Faulty(lost.fault(), lost.detail());
                    case Found(PageBox box, double textWidth) ->
                        new LaidOut(new Appearance(box, Optional.of(filling(image, box)), List.of()));
                };
        };
    }

    private AppearanceOutcome seal(AgencySeal seal, PDDocument document, String time) throws IOException {
        return switch (PngImage.read(seal.image(), limits)) {
            case PngImage.Reading.Faulty faulty -> new Faulty(faulty.fault(), faulty.detail());
            case PngImage.Reading.Decoded(BufferedImage image) ->
                switch (BoxFinder.find(seal.placement(), document, ImageSize.ofSeal(seal.diameter()))) {
                    case Lost lost -> new Faulty(lost.fault(), lost.detail());
                    case Found(PageBox box, double textWidth) -> {
                        List<String> text = List.of(seal.agencyName(), "Thời gian ký: " + time);
                        double side = Math.min(
                                seal.diameter().points(),
                                Math.min(box.width().points(), box.height().points()));
                        Picture picture = new Picture(image, box.width().points() - side, 0, side, side);
                        yield withText(
                                box,
                                Optional.of(picture),
                                new TextBlock(text, SealFont.REGULAR, SEAL_TEXT_SIZE, textWidth),
                                side + 1);
                    }
                };
        };
    }

    private static AppearanceOutcome mark(Placement placement, List<String> text, PDDocument document)
            throws IOException {
        return switch (BoxFinder.find(placement, document, ImageSize.NONE)) {
            case Lost lost -> new Faulty(lost.fault(), lost.detail());
            case Found(PageBox box, double textWidth) ->
                withText(box, Optional.empty(), new TextBlock(text, SealFont.REGULAR, MARK_SIZE, textWidth), 0);
        };
    }

    private static AppearanceOutcome withText(PageBox box, Optional<Picture> picture, TextBlock text, double top) {
        return text.lines(0, top)
                .filter(lines -> top + text.height(lines.size()) <= box.height().points())
                .<AppearanceOutcome>map(lines -> new LaidOut(new Appearance(box, picture, lines)))
                .orElseGet(() -> new Faulty(
                        AppearanceFault.TEXT_NOT_SHOWABLE, "the text does not fit, or the font cannot show it"));
    }

    /** As large as the box allows, in the middle of it, in its own proportions. */
    private static Picture filling(BufferedImage image, PageBox box) {
        double scale =
                Math.min(box.width().points() / image.getWidth(), box.height().points() / image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        return new Picture(
                image, (box.width().points() - width) / 2, (box.height().points() - height) / 2, width, height);
    }
}
