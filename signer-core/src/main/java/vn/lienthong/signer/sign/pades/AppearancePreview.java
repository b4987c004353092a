package vn.lienthong.signer.sign.pades;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.rendering.ImageType;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.seal.Appearance;
import vn.lienthong.signer.seal.AppearanceFault;
import vn.lienthong.signer.seal.AppearanceLayout;
import vn.lienthong.signer.seal.AppearanceOutcome;
import vn.lienthong.signer.seal.DisplayedPage;
import vn.lienthong.signer.seal.ImageLimits;
import vn.lienthong.signer.seal.Placement;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;

/**
 * Shows a page as it will be with a visible signature on it, before anything is signed: laid out and drawn by what signing lays
 * out and draws with. Thread-safe. A picture takes some 20 MB of memory while it is made.
 */
public final class AppearancePreview {
    private static final double POINTS_PER_INCH = 72;
    /** As screens show it: an A4 page becomes 794 by 1123 pixels. */
    private static final float DPI = 96;
    /** A1, and ten times what a letter needs. */
    private static final double LONGEST_EDGE = 2_400;

    private final AppearanceLayout layout;
    private final SigningLimits limits;
    private final Path workFolder;
    private final Duration deadline;

    /**
     * One that is ready.
     *
     * @param workFolder for temporary files; each is gone when its call returns
     * @param deadline after which a page that takes so long to draw is given up
     */
    public AppearancePreview(SigningLimits limits, Path workFolder, Duration deadline) {
        this.layout = new AppearanceLayout(new ImageLimits(limits.maxImageBytes(), limits.maxImagePixels()));
        this.limits = limits;
        this.workFolder = workFolder;
        this.deadline = deadline;
    }

    /** How a preview ended. */
    public sealed interface Preview {
        /**
         * A picture.
         *
         * @param page from 1
         */
        record Shown(Bytes png, int page) implements Preview {}

        /** Signing would be refused for the same reason, or the page cannot be drawn. */
        record NotShown(Refused why) implements Preview {}
    }

    /**
     * The page on which the signature will be seen.
     *
     * @param signingTime as the signature would show it
     * @throws UncheckedIOException if the file cannot be read
     */
    public Preview of(Path file, VisibleSignature signature, Instant signingTime) {
        try {
            Optional<Refused> refused = fieldRefusal(file, signature);
            if (refused.isPresent()) {
                return new Preview.NotShown(refused.get());
            }
            return switch (PdfFile.open(file, limits, workFolder)) {
                case PdfFile.Opening.NotOpened(Refused why) -> new Preview.NotShown(why);
                case PdfFile.Opening.Opened(PDDocument opened) -> {
                    try (PDDocument document = opened) {
                        yield of(document, signature, signingTime);
                    }
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said of a field that is to be signed, before a page is drawn for nothing. */
    private Optional<Refused> fieldRefusal(Path file, VisibleSignature signature) throws IOException {
        Optional<Refused> refused = PdfFile.refusal(file, limits);
        if (refused.isPresent() || !(signature.placement() instanceof Placement.InField(String name))) {
            return refused;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SignableDocument base = SignableDocument.read(channel);
            refused = new FormSignatures(base.document()).lock(base.catalog(), base.fields());
            return refused.isEmpty() && ExistingField.of(base, name) instanceof ExistingField.Choice.NotUsable(var why)
                    ? Optional.of(why)
                    : refused;
        } catch (PdfFault fault) {
            return switch (fault.kind()) {
                // in documents that others sign no field is filled, which is said when it is laid out or signed
                case UNFAMILIAR, ENCRYPTED -> Optional.empty();
                case MALFORMED, TOO_COMPLEX ->
                    Optional.of(new Refused(SignRefusal.DOCUMENT_MALFORMED, String.valueOf(fault.getMessage())));
            };
        }
    }

    private Preview of(PDDocument document, VisibleSignature signature, Instant signingTime) {
        try {
            return switch (layout.layOut(signature, document, signingTime)) {
                case AppearanceOutcome.LaidOut(Appearance appearance) -> drawn(document, appearance);
                case AppearanceOutcome.Faulty(AppearanceFault fault, String detail) ->
                    notShown(AppearanceRefusals.of(fault), detail);
            };
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox reads lazily: parts that are hostile show only when they are asked for.
            return notShown(SignRefusal.DOCUMENT_MALFORMED, "a part of the document cannot be read or drawn");
        }
    }

    private Preview drawn(PDDocument document, Appearance appearance) throws IOException {
        int number = appearance.box().page();
        PDPage page = document.getPage(number - 1);
        DisplayedPage displayed = DisplayedPage.of(page);
        if (Math.max(displayed.width(), displayed.height()) > LONGEST_EDGE) {
            return notShown(SignRefusal.DOCUMENT_MALFORMED, "the page is too large for a picture");
        }
        add(document, page, displayed, appearance);
        BufferedImage image = new BoundedRenderer(document, deadline)
                .renderImage(number - 1, (float) (DPI / POINTS_PER_INCH), ImageType.RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new Preview.Shown(Bytes.of(png.toByteArray()), number);
    }

    /** In memory alone: the file stays as it is. */
    private static void add(PDDocument document, PDPage page, DisplayedPage displayed, Appearance appearance)
            throws IOException {
        PDAnnotationWidget widget = new PDAnnotationWidget();
        widget.setRectangle(displayed.inFile(appearance.box()));
        widget.setPrinted(true);
        PDAppearanceDictionary dictionary = new PDAppearanceDictionary();
        dictionary.setNormalAppearance(AppearanceStream.drawWhole(appearance, displayed, document));
        widget.setAppearance(dictionary);
        List<PDAnnotation> annotations = new ArrayList<>(page.getAnnotations());
        annotations.add(widget);
        page.setAnnotations(annotations);
    }

    private static Preview notShown(SignRefusal reason, String detail) {
        return new Preview.NotShown(new Refused(reason, detail));
    }
}
