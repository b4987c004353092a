package vn.lienthong.exchange.infrastructure.signer;

import java.util.List;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.failover.FailoverToken;
import vn.lienthong.signer.token.failover.Place;

/** The places that the configuration names, open, and the one token that they are together. Immutable. */
public final class TokenPlaces implements AutoCloseable {
    private final List<Place> places;
    private final SigningToken token;

    /** @param places at least one; they are this one's to close */
    public TokenPlaces(List<Place> places) {
        this.places = List.copyOf(places);
        this.token = places.size() == 1 ? places.getFirst().token() : new FailoverToken(places);
    }

    public List<Place> places() {
        return places;
    }

    public SigningToken token() {
        return token;
    }

    @Override
    public void close() {
        token.close();
    }
}
