package vn.lienthong.exchange.boundary.rest.signing;

import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.sign.SignatureLevel;

/** The baseline levels as they are written in requests. */
final class Levels {
    private Levels() {}

    static SignatureLevel of(@Nullable String text, SignatureLevel otherwise) {
        return switch (text) {
            case null -> otherwise;
            case "baseline-B" -> SignatureLevel.BASELINE_B;
            case "baseline-T" -> SignatureLevel.BASELINE_T;
            case "baseline-LT" -> SignatureLevel.BASELINE_LT;
            case "baseline-LTA" -> SignatureLevel.BASELINE_LTA;
            default -> throw Parameters.invalid("level");
        };
    }
}
