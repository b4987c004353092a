package vn.lienthong.exchange.infrastructure.edxml;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a tag stands in the octets of an XML document that a parser has found well-formed. Pure functions. */
final class HeaderScan {
    private HeaderScan() {}

    /**
     * An end tag.
     *
     * @param offset of its first octet
     * @param prefix of its name, with the colon; empty where it has none
     */
    record EndTag(int offset, String prefix) {}

    /**
     * The first end tag of an element of that name, in whatever namespace; comments, CDATA sections and processing
     * instructions hold none. Empty if there is none, or the octets are in an encoding in which markup is not ASCII.
     */
    static Optional<EndTag> endTag(byte[] xml, String localName) {
        int at = 0;
        while (at >= 0 && at < xml.length) {
            if (xml[at] == 0) {
                return Optional.empty(); // UTF-16 or UTF-32
            }
            if (xml[at] != '<') {
                at++;
            } else if (starts(xml, at, "<!--")) {
                at = behind(xml, at + 4, "-->");
            } else if (starts(xml, at, "<![CDATA[")) {
                at = behind(xml, at + 9, "]]>");
            } else if (starts(xml, at, "<?")) {
                at = behind(xml, at + 2, "?>");
            } else if (starts(xml, at, "<!")) {
                return Optional.empty(); // messages with a document type are not accepted
            } else if (starts(xml, at, "</")) {
                String name = name(xml, at + 2);
                int colon = name.indexOf(':');
                if (name.substring(colon + 1).equals(localName)) {
                    return Optional.of(new EndTag(at, name.substring(0, colon + 1)));
                }
                at = behind(xml, at + 2, ">");
            } else {
                at = behindStartTag(xml, at + 1);
            }
        }
        return Optional.empty();
    }

    /** Behind the tag's last octet; an attribute's value may hold a greater-than sign. */
    private static int behindStartTag(byte[] xml, int from) {
        int quote = 0;
        for (int at = from; at < xml.length; at++) {
            int octet = xml[at];
            if (quote != 0) {
                quote = octet == quote ? 0 : quote;
            } else if (octet == '"' || octet == '\'') {
                quote = octet;
            } else if (octet == '>') {
                return at + 1;
            }
        }
        return -1;
    }

    private static String name(byte[] xml, int from) {
        int end = from;
        while (end < xml.length && xml[end] != '>' && (xml[end] & 0xff) > 0x20) {
            end++;
        }
        return new String(xml, from, end - from, StandardCharsets.UTF_8);
    }

    private static int behind(byte[] xml, int from, String mark) {
        for (int at = from; at + mark.length() <= xml.length; at++) {
            if (starts(xml, at, mark)) {
                return at + mark.length();
            }
        }
        return -1;
    }

    private static boolean starts(byte[] xml, int at, String mark) {
        if (at + mark.length() > xml.length) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (xml[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
