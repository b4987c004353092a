package vn.lienthong.signer.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.lienthong.signer.algorithm.Bytes;

/** Reads one object. Not thread-safe. Source: ISO 32000-2 §7.3. */
final class ValueParser {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_VALUES = 1_000_000;
    private static final int MAX_NUMBER = 8_388_607;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern REAL = Pattern.compile("[+-]?([0-9]{1,20}\\.[0-9]{0,30}|\\.[0-9]{1,30})");

    private final Lexer lexer;
    private final EntrySpans spans;
    private int values;

    ValueParser(Lexer lexer) {
        this(lexer, EntrySpans.NONE);
    }

    /** Notes where the entries of dictionaries stand. */
    ValueParser(Lexer lexer, EntrySpans spans) {
        this.lexer = lexer;
        this.spans = spans;
    }

    PdfValue value() throws IOException, PdfFault {
        return value(0);
    }

    private PdfValue value(int depth) throws IOException, PdfFault {
        if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
            throw PdfFault.tooComplex("an object with too much in it");
        }
        lexer.skipWhite();
        int c = lexer.peek();
        switch (c) {
            case '/' -> {
                lexer.next();
                return new PdfValue.Name(lexer.name());
            }
            case '(' -> {
                lexer.next();
                return new PdfValue.Text(Bytes.of(lexer.literalString()));
            }
            case '[' -> {
                lexer.next();
                return array(depth);
            }
            case '<' -> {
                lexer.next();
                if (lexer.peek() == '<') {
                    lexer.next();
                    return dict(depth);
                }
                return new PdfValue.Text(Bytes.of(lexer.hexString()));
            }
            default -> {
                return word(lexer.word());
            }
        }
    }

    private PdfValue word(String word) throws IOException, PdfFault {
        return switch (word) {
            case "null" -> PdfValue.NULL;
            case "true" -> new PdfValue.Bool(true);
            case "false" -> new PdfValue.Bool(false);
            default -> {
                if (INTEGER.matcher(word).matches()) {
                    yield numberOrReference(word);
                }
                if (REAL.matcher(word).matches()) {
                    yield new PdfValue.Real(word);
                }
                throw PdfFault.malformed("no object where one belongs");
            }
        };
    }

    /** ISO 32000-2 §7.3.10: two numbers and an R are a reference; otherwise the second number waits its turn. */
    private PdfValue numberOrReference(String word) throws IOException, PdfFault {
        long value = Long.parseLong(word);
        long behind = lexer.position();
        lexer.skipWhite();
        if (value > 0 && value <= MAX_NUMBER && Syntax.isDigit(lexer.peek())) {
            String generation = lexer.word();
            lexer.skipWhite();
            if (lexer.peek() == 'R'
                    && !Syntax.isRegular(lexer.peek(1))
                    && generation.length() <= 5
                    && generation.chars().allMatch(Syntax::isDigit)) {
                lexer.next();
                return new PdfValue.Ref((int) value, Integer.parseInt(generation));
            }
        }
        lexer.seek(behind);
        return new PdfValue.Int(value);
    }

    private PdfValue.Array array(int depth) throws IOException, PdfFault {
        List<PdfValue> items = new ArrayList<>();
        while (true) {
            lexer.skipWhite();
            if (lexer.peek() == ']') {
                lexer.next();
                return new PdfValue.Array(items);
            }
            items.add(value(depth + 1));
        }
    }

    private PdfValue.Dict dict(int depth) throws IOException, PdfFault {
        Map<String, PdfValue> entries = new LinkedHashMap<>();
        while (true) {
            lexer.skipWhite();
            int c = lexer.next();
            if (c == '>' && lexer.next() == '>') {
                return new PdfValue.Dict(entries);
            }
            if (c != '/') {
                throw PdfFault.malformed("a dictionary whose key is no name");
            }
            String key = lexer.name();
            lexer.skipWhite();
            long from = lexer.position();
            spans.enter(key);
            PdfValue value = value(depth + 1);
            spans.leave(from, lexer.position());
            if (entries.put(key, value) != null) {
                // Some readers take the first, some the last.
                throw PdfFault.malformed("a dictionary with one key twice");
            }
        }
    }
}
