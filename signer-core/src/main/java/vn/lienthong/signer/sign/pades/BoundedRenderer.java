package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/**
 * Draws pages whose makers nobody knows: gives up after a while, and at an image that is larger than any page needs. For one
 * picture; not thread-safe.
 */
final class BoundedRenderer extends PDFRenderer {
    /** A4 scanned with 600 dots an inch. */
    private static final long MOST_PIXELS = 36_000_000;

    private final long end;

    BoundedRenderer(PDDocument document, Duration deadline) {
        super(document);
        this.end = System.nanoTime() + deadline.toNanos();
        // an image is read in as few pixels as the picture has
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new BoundedDrawer(parameters);
    }

    /** The page cannot be drawn in time, or with what there is of memory. */
    static final class TooCostly extends IllegalStateException {
        private static final long serialVersionUID = 1;

        TooCostly(String what) {
            super(what);
        }
    }

    private final class BoundedDrawer extends PageDrawer {
        BoundedDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        /** Patterns, forms and glyphs come here too. Unchecked: PDFBox goes on after an IOException of an operator. */
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() - end > 0) {
                throw new TooCostly("the page takes too long to draw");
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            require(image);
            if (image instanceof PDImageXObject object) {
                require(object.getSoftMask());
                require(object.getMask());
            }
            super.drawImage(image);
        }

        private void require(@Nullable PDImage image) {
            if (image != null && (long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                throw new TooCostly("an image of the page is too large to be drawn");
            }
        }
    }
}
