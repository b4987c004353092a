package vn.lienthong.exchange.application.signing;

import java.time.Clock;
import java.util.List;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.pades.AppearancePreview;
import vn.lienthong.signer.sign.pades.AppearancePreview.Preview;

/** Shows what a visible signature would look like. No key is used and nothing is signed, so nothing is recorded. Thread-safe. */
public final class PreviewAppearance {
    private final AppearancePreview preview;
    private final Clock clock;
    private final Gate gate;

    public PreviewAppearance(AppearancePreview preview, Clock clock, Gate gate) {
        this.preview = preview;
        this.clock = clock;
        this.gate = gate;
    }

    /**
     * The page with the signature on it.
     *
     * @throws FailureException if the caller may not sign, or signing would be refused, or the page cannot be drawn
     */
    public Preview.Shown show(Caller caller, SourceDocument document, VisibleSignature appearance) {
        if (!caller.has(Role.SIGN)) {
            throw new FailureException(Failure.of(FailureCode.NOT_PERMITTED, Role.SIGN.name()));
        }
        Preview outcome;
        try (Gate.Pass _ = gate.enter(SourceDocument.octets(List.of(document)))) {
            outcome = preview.of(document.document().file(), appearance, clock.instant());
        }
        return switch (outcome) {
            case Preview.Shown shown -> shown;
            case Preview.NotShown refused -> throw new FailureException(SigningFailures.of(refused.why()));
        };
    }
}
