package vn.lienthong.exchange.boundary.csc.oauth;

import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;

/** Puts a page together; every text is escaped on its way in. Used by one thread. */
final class Html {
    private final StringBuilder page = new StringBuilder();
    private final Language language;

    Html(Language language) {
        this.language = language;
    }

    /** Markup of ours, as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    Html text(Text text) {
        return text(text.in(language));
    }

    /** An attribute with a blank before it. */
    Html attribute(String name, String value) {
        return raw(" " + name + "=\"").text(value).raw("\"");
    }

    Html input(String name, Text label, String type, String more) {
        return raw("<p><label for=\"" + name + "\">")
                .text(label)
                .raw("</label>\n<input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type + "\" required " + more
                        + "></p>\n");
    }

    Html button(String action, Text label, String more) {
        return raw("<button name=\"action\" value=\"" + action + "\"" + more + ">")
                .text(label)
                .raw("</button>\n");
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isMisleading(c) ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    /** Controls, and what turns the direction of writing: a name could look like another one. */
    private static boolean isMisleading(char c) {
        return Character.isISOControl(c) && c != '\n'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\u200E'
                || c == '\u200F';
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
