package vn.lienthong.signer.validate.pdf.change;

/**
 * One thing that a later revision changed.
 *
 * @param revision which one: 1 for the first that follows the oldest signature's; 0 for that one itself
 * @param object the number of the object; 0 for the trailer
 * @param path from the trailer to the changed thing, or what is wrong in words
 */
public record Change(ChangeKind kind, int revision, int object, String path) {

    /** For people and logs: what, where. */
    @Override
    public String toString() {
        return "revision " + revision + (object > 0 ? ", object " + object : "") + ": " + path;
    }
}
