package vn.lienthong.signer.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** Writes objects as PDF spells them. Not thread-safe. Source: ISO 32000-2 §7.3. */
public final class ValueWriter {
    private final ByteArrayOutputStream out;

    public ValueWriter(ByteArrayOutputStream out) {
        this.out = out;
    }

    public ValueWriter raw(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public ValueWriter raw(byte[] octets) {
        out.writeBytes(octets);
        return this;
    }

    /** How many octets were written. */
    public int position() {
        return out.size();
    }

    public ValueWriter value(PdfValue value) {
        switch (value) {
            case PdfValue.Null none -> raw("null");
            case PdfValue.Bool(boolean is) -> raw(is ? "true" : "false");
            case PdfValue.Int(long number) -> raw(Long.toString(number));
            case PdfValue.Real(String text) -> raw(text);
            case PdfValue.Name(String name) -> name(name);
            case PdfValue.Text(var octets) -> text(octets.toArray());
            case PdfValue.Ref(int number, int generation) -> raw(number + " " + generation + " R");
            case PdfValue.Array(var items) -> {
                raw("[");
                String space = "";
                for (PdfValue item : items) {
                    raw(space).value(item);
                    space = " ";
                }
                raw("]");
            }
            case PdfValue.Dict(var entries) -> {
                raw("<<");
                for (Map.Entry<String, PdfValue> entry : entries.entrySet()) {
                    name(entry.getKey()).raw(" ").value(entry.getValue()).raw("\n");
                }
                raw(">>");
            }
            case PdfValue.Stream stream -> throw new IllegalArgumentException("a stream is not written from elsewhere");
        }
        return this;
    }

    /** Readable where it needs no escapes. */
    private void text(byte[] octets) {
        for (byte octet : octets) {
            if (octet < ' ' || octet > '~' || octet == '(' || octet == ')' || octet == '\\') {
                raw("<").raw(HexFormat.of().formatHex(octets)).raw(">");
                return;
            }
        }
        raw("(").raw(octets).raw(")");
    }

    private ValueWriter name(String name) {
        out.write('/');
        for (char c : name.toCharArray()) {
            if (Syntax.isRegular(c) && c > ' ' && c < 0x7f && c != '#') {
                out.write(c);
            } else {
                raw("#" + HexFormat.of().toHexDigits((byte) c));
            }
        }
        return this;
    }
}
