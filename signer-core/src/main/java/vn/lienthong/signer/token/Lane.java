package vn.lienthong.signer.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;

/**
 * One thread with one session: takes calls one after the other, and is the only thread that enters the device for them. A
 * lane whose call does not return is given up by its caller, and ends when it returns after all.
 */
final class Lane implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** When to come back for a session: a few signatures later. */
    private static final Duration SOON = Duration.ofMillis(100);

    /**
     * How long the digests of one caller may keep a lane for which others wait. A fast device signs a hundred in that time, so
     * that handing over costs it nothing; a slow one makes nobody wait for a whole batch.
     */
    private static final long TURN_NANOS = Duration.ofMillis(10).toNanos();

    /** What became of the lane by its last call. */
    private enum Fate {
        GOES_ON,
        /** The device has no session for it. */
        SUPERFLUOUS,
        /** Its caller left it behind, and it was replaced. */
        GIVEN_UP
    }

    private final Lanes lanes;
    private final Availability availability;
    private final PooledSession session;
    /** The period of availability in which the call at hand began. */
    private long epoch;

    Lane(Lanes lanes, Availability availability, PooledSession session) {
        this.lanes = lanes;
        this.availability = availability;
        this.session = session;
    }

    @Override
    public void run() {
        Fate fate = Fate.GOES_ON;
        try {
            @Nullable SigningCall call = lanes.next();
            while (call != null) {
                fate = run(call);
                call = fate == Fate.GOES_ON ? lanes.next() : null;
            }
        } finally {
            session.drop();
            lanes.ended(fate == Fate.GIVEN_UP);
        }
    }

    private Fate run(SigningCall call) {
        @Nullable SigningOutcome rest;
        long began = System.nanoTime();
        lanes.enter();
        try {
            rest = availability.refusal();
            @Nullable SigningInput input = rest == null ? call.next() : null;
            while (input != null) {
                call.made(attempt(call, input));
                input = call.next();
                if (input != null && System.nanoTime() - began > TURN_NANOS && lanes.passOn(call)) {
                    return Fate.GOES_ON;
                }
            }
        } catch (TokenFault fault) {
            if (fault.kind() == FaultKind.SESSIONS_EXHAUSTED && lanes.shrink(call)) {
                return Fate.SUPERFLUOUS;
            }
            rest = outcome(fault);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Whatever nobody foresaw in a driver: its caller is not left to wait for the deadline.
            LOG.error("signing with {} failed", call.key, e);
            session.drop();
            rest = new TokenDown(DownReason.DEVICE_LOST, SOON, "the driver failed, see the log");
        } finally {
            lanes.leave();
        }
        return lanes.answer(call, rest) ? Fate.GOES_ON : Fate.GIVEN_UP;
    }

    /** A session that was lost is opened again once; a second loss is the device's. */
    private SigningOutcome attempt(SigningCall call, SigningInput input) throws TokenFault {
        epoch = availability.epoch();
        try {
            return sign(call, input);
        } catch (TokenFault fault) {
            if (fault.kind() != FaultKind.SESSION_LOST) {
                throw fault;
            }
            session.drop();
            return sign(call, input);
        }
    }

    private SigningOutcome sign(SigningCall call, SigningInput input) throws TokenFault {
        if (!input.fits(call.scheme)) {
            return Refused.mismatch(call.scheme, input);
        }
        @Nullable Bytes signature = session.sign(call.key, call.scheme, input.octets());
        if (signature == null) {
            return new Refused(RefusalReason.KEY_UNKNOWN, "the token shows no key " + call.key);
        }
        availability.proven();
        return new Signed(signature);
    }

    /** What a fault means to the caller, after the pool was told what it means to everybody. */
    private SigningOutcome outcome(TokenFault fault) {
        String detail = String.valueOf(fault.getMessage());
        return switch (fault.kind()) {
            case SESSION_LOST, DEVICE_LOST -> {
                availability.lost(epoch, DownReason.DEVICE_LOST, detail);
                session.drop();
                @Nullable SigningOutcome refusal = availability.refusal();
                yield refusal != null ? refusal : new TokenDown(DownReason.DEVICE_LOST, SOON, detail);
            }
            case PIN_REFUSED -> {
                availability.pinRefused(detail);
                yield new Refused(RefusalReason.PIN_REFUSED, detail);
            }
            case SESSIONS_EXHAUSTED -> new TokenDown(DownReason.BUSY, SOON, detail);
            case SCHEME_NOT_SUPPORTED, REQUEST_REFUSED -> new Refused(RefusalReason.SCHEME_NOT_SUPPORTED, detail);
            case KEY_FUNCTION_NOT_PERMITTED -> new Refused(RefusalReason.KEY_FUNCTION_NOT_PERMITTED, detail);
        };
    }
}
