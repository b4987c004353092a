package vn.lienthong.signer.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Reads tokens from a position on. Not thread-safe. Source: ISO 32000-2 §7.2, §7.3. */
final class Lexer {
    /** ISO 32000-1 Annex C: a name has at most 127 octets; more than any number or keyword. */
    private static final int LONGEST_WORD = 1024;
    /** The largest string of a document is a signature's Contents. */
    private static final int LONGEST_STRING = 8 << 20;

    private final Octets octets;
    private long position;

    Lexer(Octets octets, long position) {
        this.octets = octets;
        this.position = position;
    }

    long position() {
        return position;
    }

    void seek(long to) {
        position = to;
    }

    int peek() throws IOException {
        return octets.at(position);
    }

    int peek(int ahead) throws IOException {
        return octets.at(position + ahead);
    }

    int next() throws IOException {
        return octets.at(position++);
    }

    /** Past white space and comments. */
    void skipWhite() throws IOException {
        while (true) {
            int c = peek();
            if (Syntax.isWhite(c)) {
                position++;
            } else if (c == '%') {
                while (peek() >= 0 && peek() != '\n' && peek() != '\r') {
                    position++;
                }
            } else {
                return;
            }
        }
    }

    /** The regular characters that come next; empty if there are none. */
    String word() throws IOException, PdfFault {
        StringBuilder word = new StringBuilder();
        while (Syntax.isRegular(peek())) {
            word.append((char) next());
            if (word.length() > LONGEST_WORD) {
                throw PdfFault.malformed("a word of more than " + LONGEST_WORD + " characters");
            }
        }
        return word.toString();
    }

    /** White space, and then exactly this word. */
    void expect(String word) throws IOException, PdfFault {
        skipWhite();
        if (!word().equals(word)) {
            throw PdfFault.malformed("no " + word + " where it belongs");
        }
    }

    /** White space, and then a number without sign of at most that value. */
    long number(long most) throws IOException, PdfFault {
        skipWhite();
        String digits = word();
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(Syntax::isDigit)) {
            throw PdfFault.malformed("no number where one belongs");
        }
        long value = Long.parseLong(digits);
        if (value > most) {
            throw PdfFault.malformed("a number that is too large");
        }
        return value;
    }

    /** What stands behind a solidus. */
    String name() throws IOException, PdfFault {
        String raw = word();
        if (raw.indexOf('#') < 0) {
            return raw;
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '#') {
                name.append(c);
            } else if (i + 2 < raw.length() && hex(raw.charAt(i + 1)) >= 0 && hex(raw.charAt(i + 2)) >= 0) {
                name.append((char) (hex(raw.charAt(i + 1)) << 4 | hex(raw.charAt(i + 2))));
                i += 2;
            } else {
                // Readers keep the character in some cases and drop the name in others.
                throw PdfFault.malformed("a name with a broken escape");
            }
        }
        return name.toString();
    }

    /** What stands behind a less-than sign, up to and with the greater-than sign. */
    byte[] hexString() throws IOException, PdfFault {
        byte[] octets = new byte[64]; // not a stream, for a signature has tens of thousands of digits
        int digits = 0;
        for (int c = next(); c != '>'; c = next()) {
            int digit = hex(c);
            if (digit >= 0) {
                if (digits == 2 * octets.length) {
                    octets = Arrays.copyOf(octets, longer(octets.length));
                }
                octets[digits >> 1] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            } else if (!Syntax.isWhite(c)) {
                throw PdfFault.malformed("a hexadecimal string with other characters");
            }
        }
        return Arrays.copyOf(octets, digits + 1 >> 1);
    }

    private static int longer(int length) throws PdfFault {
        if (length >= LONGEST_STRING) {
            throw PdfFault.tooComplex("a string of more than " + LONGEST_STRING + " octets");
        }
        return Math.min(2 * length, LONGEST_STRING);
    }

    /** What stands behind a parenthesis, up to and with the one that closes it. */
    byte[] literalString() throws IOException, PdfFault {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int depth = 1;
        while (true) {
            int c = next();
            switch (c) {
                case -1 -> throw PdfFault.malformed("a string without end");
                case '\\' -> escape(out);
                case '(' -> {
                    depth++;
                    write(out, c);
                }
                case ')' -> {
                    if (--depth == 0) {
                        return out.toByteArray();
                    }
                    write(out, c);
                }
                case '\r' -> {
                    if (peek() == '\n') {
                        position++;
                    }
                    write(out, '\n');
                }
                default -> write(out, c);
            }
        }
    }

    private void escape(ByteArrayOutputStream out) throws IOException, PdfFault {
        int c = next();
        switch (c) {
            case 'n' -> write(out, '\n');
            case 'r' -> write(out, '\r');
            case 't' -> write(out, '\t');
            case 'b' -> write(out, '\b');
            case 'f' -> write(out, '\f');
            case '\n' -> {}
            case '\r' -> {
                if (peek() == '\n') {
                    position++;
                }
            }
            case -1 -> throw PdfFault.malformed("a string without end");
            default -> {
                if (c < '0' || c > '7') {
                    write(out, c);
                    return;
                }
                int octal = c - '0';
                for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; i++) {
                    octal = octal << 3 | next() - '0';
                }
                write(out, octal);
            }
        }
    }

    private static void write(ByteArrayOutputStream out, int octet) throws PdfFault {
        if (out.size() >= LONGEST_STRING) {
            throw PdfFault.tooComplex("a string of more than " + LONGEST_STRING + " octets");
        }
        out.write(octet);
    }

    private static int hex(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return c > 0 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
