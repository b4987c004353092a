package vn.lienthong.exchange.boundary.soap.security;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.ReplayWindow;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Decides who sent a SOAP request: signed well, by a known system, for the first time. Thread-safe. */
public final class RequestGuard {
    private final SignatureCheck signatures;
    private final Function<X509Certificate, Optional<Caller>> systems;
    private final ReplayWindow seen;

    /** @param systems the system that signs with a certificate */
    public RequestGuard(
            SignatureCheck signatures, Function<X509Certificate, Optional<Caller>> systems, ReplayWindow seen) {
        this.signatures = signatures;
        this.systems = systems;
        this.seen = seen;
    }

    /**
     * The system that signed this header, lately, of an envelope of which only the Header was read. Nothing is admitted
     * by it; it tells whose Body is worth reading, and on whose account.
     *
     * @throws FailureException saying what is wrong
     */
    public Caller vouching(Document begun) {
        return systems.apply(signatures.vouching(begun))
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID)));
    }

    /**
     * The system that signed the envelope. It is remembered, so a second call with the same envelope throws.
     *
     * @throws FailureException saying what is wrong
     */
    public Caller admit(Document envelope) {
        SignedRequest request = signatures.check(SignedEnvelope.of(envelope));
        Caller caller = systems.apply(request.certificate())
                .orElseThrow(() -> new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID)));
        // last, so that nobody but a known system can fill the window
        if (!seen.isFirst(request.covered(), request.staleAt())) {
            throw new FailureException(Failure.of(FailureCode.REQUEST_REPLAYED));
        }
        return caller;
    }

    /** The one message in the Body of an envelope that was admitted. */
    public static Element messageOf(Document envelope) {
        return SignedEnvelope.children(SignedEnvelope.of(envelope).body()).get(0);
    }
}
