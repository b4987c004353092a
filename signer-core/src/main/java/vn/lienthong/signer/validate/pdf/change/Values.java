package vn.lienthong.signer.validate.pdf.change;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import vn.lienthong.signer.pdf.PdfValue;

/** Values that mean the same, however they are spelt. */
final class Values {
    static final PdfValue.Dict EMPTY = new PdfValue.Dict(Map.of());

    private Values() {}

    /** Whether two values that hold no others are the same. Numbers are, if readers calculate with the same one. */
    static boolean same(PdfValue one, PdfValue other) {
        if (one instanceof PdfValue.Real || other instanceof PdfValue.Real) {
            Float a = number(one);
            Float b = number(other);
            return !a.isNaN() && a.equals(b);
        }
        return one.equals(other);
    }

    /** Not a number for anything else. */
    static float number(PdfValue value) {
        return switch (value) {
            case PdfValue.Int(long number) -> number;
            case PdfValue.Real(String text) -> Float.parseFloat(text) + 0f;
            default -> Float.NaN;
        };
    }

    static boolean isNull(PdfValue value) {
        return value instanceof PdfValue.Null;
    }

    static PdfValue.Dict dict(PdfValue value) {
        return switch (value) {
            case PdfValue.Dict dict -> dict;
            case PdfValue.Stream(PdfValue.Dict dict, long start) -> dict;
            default -> EMPTY;
        };
    }

    static Set<String> keys(PdfValue.Dict one, PdfValue.Dict other) {
        Set<String> keys = new LinkedHashSet<>(one.entries().keySet());
        keys.addAll(other.entries().keySet());
        return keys;
    }
}
