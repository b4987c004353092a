package vn.lienthong.signer.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation of a content stream. Source: ISO 32000-2 §7.8.2.
 *
 * @param operator such as {@code Tj}
 */
public record ContentOperation(String operator, List<PdfValue> operands) {
    private static final int MAX_OPERANDS = 64;

    public ContentOperation {
        operands = List.copyOf(operands);
    }

    /** All operations of a content stream that has at most so many of them. Inline images are not read. */
    public static List<ContentOperation> read(byte[] content, int most) throws IOException, PdfFault {
        List<ContentOperation> operations = new ArrayList<>();
        List<PdfValue> operands = new ArrayList<>();
        Lexer lexer = new Lexer(Octets.of(content), 0);
        lexer.skipWhite();
        while (lexer.peek() >= 0) {
            if (isOperator(lexer.peek())) {
                operations.add(new ContentOperation(lexer.word(), operands));
                operands.clear();
            } else {
                operands.add(new ValueParser(lexer).value());
            }
            if (operations.size() > most || operands.size() > MAX_OPERANDS) {
                throw PdfFault.tooComplex("a content stream of more than " + most + " operations");
            }
            lexer.skipWhite();
        }
        return operations;
    }

    private static boolean isOperator(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '\'' || c == '"';
    }
}
