package vn.lienthong.exchange.boundary.csc;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The versions of the CSC API whose fields this server knows; what it does is the same in each. */
public enum CscVersion {
    V2_0_0_2("2.0.0.2"),
    V2_2_0_0("2.2.0.0");

    private final String text;

    CscVersion(String text) {
        this.text = text;
    }

    /** As {@code info} names it. */
    public String text() {
        return text;
    }

    public static Optional<CscVersion> of(String text) {
        return Arrays.stream(values())
                .filter(version -> version.text.equals(text))
                .findFirst();
    }

    /** For whoever has to choose. */
    public static String all() {
        return Arrays.stream(values()).map(CscVersion::text).collect(Collectors.joining(" or "));
    }
}
