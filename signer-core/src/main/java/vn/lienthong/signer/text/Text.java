package vn.lienthong.signer.text;

/**
 * One sentence in both languages.
 *
 * @param vi Vietnamese, with all diacritics
 * @param en English
 */
public record Text(String vi, String en) {

    public String in(Language language) {
        return switch (language) {
            case VI -> vi;
            case EN -> en;
        };
    }

    /** The same sentence with {@code :} and a detail behind it, which is a name or number and so the same in both. */
    public Text with(String detail) {
        return detail.isEmpty() ? this : new Text(vi + ": " + detail, en + ": " + detail);
    }
}
