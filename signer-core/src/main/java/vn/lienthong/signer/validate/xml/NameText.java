package vn.lienthong.signer.validate.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A distinguished name written as text. Programs differ in order, in the names of attributes and in how they escape; what
 * attributes the name has, and with what values, is the same in all of them.
 *
 * <p>Source: RFC 4514 §2 and §3.
 */
final class NameText {
    private NameText() {}

    /** Of the types that a keyword may mean, one. */
    private record Written(Set<ASN1ObjectIdentifier> types, String value) {
        private boolean is(AttributeTypeAndValue attribute) {
            return types.contains(attribute.getType()) && value.equals(plain(text(attribute.getValue())));
        }
    }

    /** Whether the text has the attributes of the name, each as often. */
    static boolean says(String text, X500Name name) {
        List<AttributeTypeAndValue> left = new ArrayList<>();
        for (RDN rdn : name.getRDNs()) {
            left.addAll(List.of(rdn.getTypesAndValues()));
        }
        try {
            for (Written written : attributes(text)) {
                if (!removeFirst(left, written)) {
                    return false;
                }
            }
            return left.isEmpty();
        } catch (IOException | RuntimeException e) {
            return false; // no name, or a type that nobody knows
        }
    }

    private static boolean removeFirst(List<AttributeTypeAndValue> from, Written written) {
        for (int i = 0; i < from.size(); i++) {
            if (written.is(from.get(i))) {
                from.remove(i);
                return true;
            }
        }
        return false;
    }

    private static String text(ASN1Encodable value) {
        return value.toASN1Primitive() instanceof ASN1String string ? string.getString() : value.toString();
    }

    private static List<Written> attributes(String text) throws IOException {
        List<Written> attributes = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (!quoted && (c == ',' || c == ';' || c == '+')) {
                attributes.add(attribute(part.toString()));
                part.setLength(0);
            } else {
                quoted ^= c == '"';
                part.append(c);
            }
        }
        attributes.add(attribute(part.toString()));
        return attributes;
    }

    private static Written attribute(String part) throws IOException {
        int equals = part.indexOf('=');
        if (equals < 0) {
            throw new IOException("no attribute");
        }
        return new Written(
                AttributeTypes.named(part.substring(0, equals).strip()),
                value(part.substring(equals + 1).strip()));
    }

    private static String value(String value) throws IOException {
        if (value.startsWith("#")) {
            return plain(text(ASN1Primitive.fromByteArray(HexFormat.of().parseHex(value.substring(1)))));
        }
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return plain(unescaped(quoted ? value.substring(1, value.length() - 1) : value));
    }

    /** Backslash and a character, or backslashes and octets of UTF-8 in hexadecimal. */
    private static String unescaped(String value) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escape = c == '\\' && i + 1 < value.length();
            if (escape
                    && i + 2 < value.length()
                    && HexFormat.isHexDigit(value.charAt(i + 1))
                    && HexFormat.isHexDigit(value.charAt(i + 2))) {
                out.write(HexFormat.fromHexDigits(value, i + 1, i + 3));
                i += 2;
            } else {
                int at = escape ? ++i : i;
                int end = Character.isHighSurrogate(value.charAt(at)) && at + 1 < value.length() ? at + 2 : at + 1;
                out.writeBytes(value.substring(at, end).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                i = end - 1;
            }
        }
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String plain(String value) {
        return value.replaceAll("\\s+", " ").strip().replace("\"\"", "\"").toLowerCase(Locale.ROOT);
    }
}
