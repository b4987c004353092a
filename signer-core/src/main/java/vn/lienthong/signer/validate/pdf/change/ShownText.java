package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.ContentOperation;
import vn.lienthong.signer.pdf.PdfDocument;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * The text that the picture of a form field shows, where it can be told for certain: plain text from left to right and from
 * top to bottom, in a font of the reader's own. Whatever could draw something else makes it uncertain. Not thread-safe.
 *
 * <p>Source: ISO 32000-2 §9.4, §12.7.4.3.
 */
final class ShownText {
    private static final int MOST_OPERATIONS = 10_000;
    /** Background and border, and the highlighted lines of a list. */
    private static final int MOST_RECTANGLES = 4;
    /** In thousandths of the font's size; pairs of letters are set closer, but not so that one stands before the other. */
    private static final float FARTHEST_BACK = 300;

    private static final Set<String> HARMLESS = Set.of(
            "q", "Q", "BT", "ET", "BMC", "BDC", "EMC", "g", "rg", "k", "G", "RG", "K", "re", "W", "W*", "n", "w", "J",
            "j", "M", "d", "TL", "T*", "MP", "DP", "i", "ri");

    private final PdfDocument document;
    private final PdfValue.Dict fonts;
    private final StringBuilder text = new StringBuilder();
    private boolean isCertain = true;
    private boolean isFontKnown;
    private int painted;

    private ShownText(PdfDocument document, PdfValue.Dict fonts) {
        this.document = document;
        this.fonts = fonts;
    }

    /** The text without white space; empty if it cannot be told. */
    static Optional<String> of(PdfDocument document, PdfValue.Stream picture) throws IOException, PdfFault {
        PdfValue.Dict resources = Values.dict(document.resolve(picture.dict().get("Resources")));
        ShownText shown = new ShownText(document, Values.dict(document.resolve(resources.get("Font"))));
        List<ContentOperation> operations;
        try {
            operations = ContentOperation.read(document.decoded(picture), MOST_OPERATIONS);
        } catch (PdfFault unreadable) {
            return Optional.empty();
        }
        for (ContentOperation operation : operations) {
            shown.take(operation);
        }
        return shown.isCertain ? Optional.of(shown.text.toString().replaceAll("\\s", "")) : Optional.empty();
    }

    private void take(ContentOperation operation) throws IOException, PdfFault {
        List<PdfValue> operands = operation.operands();
        switch (operation.operator()) {
            case "Tf" ->
                isFontKnown = operands.size() == 2
                        && operands.get(0) instanceof PdfValue.Name(String name)
                        && StandardFont.isOne(document, document.resolve(fonts.get(name)));
            case "Tj", "'" -> show(operands.isEmpty() ? PdfValue.NULL : operands.get(0));
            case "TJ" -> showAll(operands.isEmpty() ? PdfValue.NULL : operands.get(0));
            case "Td", "TD" -> certain(text.isEmpty() || isForward(operands));
            case "Tm", "cm" -> certain(text.isEmpty() && operands.size() == 6 && isUpright(operands));
            case "Tr" -> certain(operands.size() == 1 && Values.number(operands.get(0)) == 0);
            case "Tc", "Tw" -> certain(operands.size() == 1 && Values.number(operands.get(0)) >= 0);
            case "Tz", "Ts" -> certain(operands.size() == 1 && Values.number(operands.get(0)) >= 0);
            case "cs", "CS" ->
                certain(operands.size() == 1
                        && operands.get(0) instanceof PdfValue.Name(String space)
                        && space.startsWith("Device"));
            case "sc", "SC", "scn", "SCN" -> certain(operands.stream().noneMatch(PdfValue.Name.class::isInstance));
            case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*" ->
                certain(text.isEmpty() && ++painted <= MOST_RECTANGLES);
            default -> certain(HARMLESS.contains(operation.operator()));
        }
    }

    private void certain(boolean still) {
        isCertain &= still;
    }

    /** Further to the right, or to a line below. */
    private static boolean isForward(List<PdfValue> operands) {
        return operands.size() == 2
                && (Values.number(operands.get(1)) < 0
                        || Values.number(operands.get(1)) == 0 && Values.number(operands.get(0)) >= 0);
    }

    /** Neither turned nor mirrored. */
    private static boolean isUpright(List<PdfValue> operands) {
        return Values.number(operands.get(0)) > 0
                && Values.number(operands.get(1)) == 0
                && Values.number(operands.get(2)) == 0
                && Values.number(operands.get(3)) > 0;
    }

    private void show(PdfValue operand) {
        certain(isFontKnown && operand instanceof PdfValue.Text);
        if (operand instanceof PdfValue.Text(Bytes octets)) {
            for (byte octet : octets.toArray()) {
                certain(octet >= ' ' && octet < 0x7f);
            }
            text.append(new String(octets.toArray(), StandardCharsets.ISO_8859_1));
        }
    }

    private void showAll(PdfValue operand) {
        certain(operand instanceof PdfValue.Array);
        if (operand instanceof PdfValue.Array(var items)) {
            for (PdfValue item : items) {
                if (item instanceof PdfValue.Text) {
                    show(item);
                } else {
                    certain(Math.abs(Values.number(item)) <= FARTHEST_BACK);
                }
            }
        }
    }
}
