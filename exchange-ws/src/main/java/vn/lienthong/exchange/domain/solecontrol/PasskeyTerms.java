package vn.lienthong.exchange.domain.solecontrol;

import java.util.Optional;

/**
 * What a passkey's answer has to be.
 *
 * @param commitment what it has to be signed for
 * @param origin of the application's own pages where it was asked for; empty for those of this server
 */
public record PasskeyTerms(Commitment commitment, Optional<String> origin) {
    /** On this server's own pages. */
    public static PasskeyTerms onPage(Commitment commitment) {
        return new PasskeyTerms(commitment, Optional.empty());
    }
}
