package vn.lienthong.signer.validate.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the URI of a Reference points at.
 *
 * @param value the Id for {@link Kind#ID}, the address for {@link Kind#EXTERNAL}; else empty
 * @param keepsComments whether comments stay in what is signed: only with an XPointer
 */
record ReferenceForm(Kind kind, String value, boolean keepsComments) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.\\-]*");
    private static final Pattern BY_ID = Pattern.compile("#xpointer\\(id\\((['\"])([^'\"]+)\\1\\)\\)");

    /** The forms of XMLDSig 1.1 §4.4.3.2 and §4.4.3.3, and no other XPointer. */
    enum Kind {
        WHOLE_DOCUMENT,
        ID,
        EXTERNAL,
        NOT_ALLOWED
    }

    static ReferenceForm of(@Nullable String uri) {
        if (uri == null) {
            return new ReferenceForm(Kind.EXTERNAL, "", false);
        }
        if (uri.isEmpty() || uri.equals("#xpointer(/)")) {
            return new ReferenceForm(Kind.WHOLE_DOCUMENT, "", !uri.isEmpty());
        }
        if (!uri.startsWith("#")) {
            return new ReferenceForm(uri.contains("#") ? Kind.NOT_ALLOWED : Kind.EXTERNAL, uri, false);
        }
        Matcher byId = BY_ID.matcher(uri);
        String id = byId.matches() ? byId.group(2) : uri.substring(1);
        return NAME.matcher(id).matches()
                ? new ReferenceForm(Kind.ID, id, byId.matches())
                : new ReferenceForm(Kind.NOT_ALLOWED, uri, false);
    }
}
