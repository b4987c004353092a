package vn.lienthong.exchange.domain.edxml;

/**
 * The most that reading one message may cost. None of these grows with its attachments.
 *
 * @param depth of nested elements
 * @param elements in the whole message
 * @param attributes of one element
 * @param textLength characters of one header element
 * @param headerLength characters of all names, attributes and texts outside the attachments' base64
 */
public record EdxmlLimits(int depth, int elements, int attributes, int textLength, int headerLength) {
    /** Some ten times the largest messages known, and still under 10 MB of memory a message. */
    public static final EdxmlLimits DEFAULT = new EdxmlLimits(64, 50_000, 64, 64 * 1024, 2 * 1024 * 1024);

    public EdxmlLimits {
        if (depth < 8 || elements < 1 || attributes < 8 || textLength < 1 || headerLength < 1024) {
            throw new IllegalArgumentException("limits too small for any message");
        }
    }
}
