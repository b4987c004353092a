package vn.lienthong.signer.pdf;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes the streams that hold structure: as they are, or by Flate with PNG's predictors. Any other filter is unfamiliar.
 *
 * <p>Source: ISO 32000-2 §7.4.4.
 */
final class StreamDecoder {
    /** An object stream of a real document has some hundred kilobytes. */
    private static final int LARGEST = 32 << 20;

    private StreamDecoder() {}

    static byte[] decode(PdfValue.Dict dict, byte[] raw) throws PdfFault {
        if (dict.get("Filter") instanceof PdfValue.Null) {
            return raw;
        }
        PdfValue filter = single(dict.get("Filter"));
        if (!(filter instanceof PdfValue.Name(String name)) || !name.equals("FlateDecode")) {
            throw PdfFault.unfamiliar("a stream of structure with a filter other than FlateDecode");
        }
        byte[] inflated = inflate(raw);
        return single(dict.get("DecodeParms")) instanceof PdfValue.Dict parameters
                ? predicted(parameters, inflated)
                : inflated;
    }

    private static PdfValue single(PdfValue value) throws PdfFault {
        if (value instanceof PdfValue.Array(var items)) {
            if (items.size() > 1) {
                throw PdfFault.unfamiliar("a stream of structure with several filters");
            }
            return items.isEmpty() ? PdfValue.NULL : items.get(0);
        }
        if (value instanceof PdfValue.Ref) {
            throw PdfFault.unfamiliar("a stream of structure whose filter is an object of its own");
        }
        return value;
    }

    private static byte[] inflate(byte[] raw) throws PdfFault {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(raw);
            byte[] out = new byte[Math.max(512, Math.min(LARGEST, raw.length * 4))];
            int filled = 0;
            while (!inflater.finished()) {
                if (filled == out.length) {
                    if (filled >= LARGEST) {
                        throw PdfFault.tooComplex("a stream of structure of more than " + LARGEST + " octets");
                    }
                    out = Arrays.copyOf(out, Math.min(LARGEST, out.length * 2));
                }
                int some = inflater.inflate(out, filled, out.length - filled);
                if (some == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw PdfFault.malformed("a stream of structure that is cut off");
                }
                filled += some;
            }
            return Arrays.copyOf(out, filled);
        } catch (DataFormatException e) {
            throw PdfFault.malformed("a stream of structure that does not inflate");
        }
    }

    private static byte[] predicted(PdfValue.Dict parameters, byte[] octets) throws PdfFault {
        int predictor = number(parameters, "Predictor", 1);
        if (predictor == 1) {
            return octets;
        }
        if (predictor < 10
                || predictor > 15
                || number(parameters, "Colors", 1) != 1
                || number(parameters, "BitsPerComponent", 8) != 8) {
            throw PdfFault.unfamiliar("a stream of structure with predictor " + predictor);
        }
        int columns = number(parameters, "Columns", 1);
        if (columns < 1 || columns > 1024 || octets.length % (columns + 1) != 0) {
            throw PdfFault.malformed("a stream of structure whose rows are not whole");
        }
        int rows = octets.length / (columns + 1);
        byte[] out = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            row(octets, row * (columns + 1), out, row * columns, columns);
        }
        return out;
    }

    /** One row of samples of one octet. Source: ISO/IEC 15948 §9.2. */
    private static void row(byte[] in, int from, byte[] out, int to, int columns) throws PdfFault {
        int type = in[from];
        for (int i = 0; i < columns; i++) {
            int left = i > 0 ? out[to + i - 1] & 0xff : 0;
            int above = to > 0 ? out[to + i - columns] & 0xff : 0;
            int corner = i > 0 && to > 0 ? out[to + i - columns - 1] & 0xff : 0;
            int base = switch (type) {
                case 0 -> 0;
                case 1 -> left;
                case 2 -> above;
                case 3 -> (left + above) / 2;
                case 4 -> paeth(left, above, corner);
                default -> throw PdfFault.malformed("a row with an unknown filter");
            };
            out[to + i] = (byte) (in[from + 1 + i] + base);
        }
    }

    private static int paeth(int left, int above, int corner) {
        int estimate = left + above - corner;
        int toLeft = Math.abs(estimate - left);
        int toAbove = Math.abs(estimate - above);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }

    private static int number(PdfValue.Dict parameters, String key, int otherwise) throws PdfFault {
        return switch (parameters.get(key)) {
            case PdfValue.Int(long value) when value >= 0 && value <= Integer.MAX_VALUE -> (int) value;
            case PdfValue.Null none -> otherwise;
            default -> throw PdfFault.malformed("a decoding parameter that is no number");
        };
    }
}
