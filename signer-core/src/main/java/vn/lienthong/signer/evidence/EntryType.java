package vn.lienthong.signer.evidence;

import java.util.regex.Pattern;

/**
 * What an entry records.
 *
 * @param code 1 to 64 of {@code a-z 0-9 -}; stable for ever. Other codes than the constants are lawful: a verifier shows
 *     them by their code
 */
public record EntryType(String code) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** The dispatch was stored; carries the envelope. Exactly one in an evidence file. */
    public static final EntryType DISPATCH_ACCEPTED = new EntryType("dispatch-accepted");

    /** A recipient's system was given the content; detail {@code recipient}. */
    public static final EntryType DELIVERY_FETCHED = new EntryType("delivery-fetched");

    /** A recipient's system confirmed that it has the content; detail {@code recipient}. */
    public static final EntryType DELIVERY_CONFIRMED = new EntryType("delivery-confirmed");

    /** A business status came back; details {@code status}, {@code recipient}. */
    public static final EntryType STATUS_RECORDED = new EntryType("status-recorded");

    /** The dispatch was given to another system by push or relay; details {@code recipient}, {@code address}. */
    public static final EntryType DELIVERY_PUSHED = new EntryType("delivery-pushed");

    public EntryType {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("an entry type is 1 to 64 of a-z 0-9 -");
        }
    }
}
