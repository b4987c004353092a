package vn.lienthong.signer.text;

import java.util.Optional;

/** The languages that every text exists in. Vietnamese is the default everywhere. */
public enum Language {
    VI,
    EN;

    /** The language of this tag ({@code vi} or {@code en}, in either case), or empty for any other. */
    public static Optional<Language> ofTag(String tag) {
        return switch (tag) {
            case "vi", "VI" -> Optional.of(VI);
            case "en", "EN" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
