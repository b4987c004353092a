package vn.lienthong.signer.token;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.signer.token.TokenDriver.Reinitialisation;

/**
 * The one thread that tries a token that is down, until it is back: a fresh session first, then the module started again.
 * Nobody waits for it; if it hangs in the device, the token just stays down.
 */
final class Recovery implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** Until the token was reached once: a start-up race is over within a fraction of a second. */
    private static final Duration EAGER = Duration.ofMillis(100);

    private final TokenDriver driver;
    private final TokenLogin login;
    private final KeyPlaces places;
    private final Availability availability;
    private final Lanes lanes;
    private final RecoveryConfig config;
    private final Backoff probes;
    private final Backoff restarts;
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private final long startupEnds;
    private final Thread thread;
    private boolean fresh = true;

    Recovery(
            TokenDriver driver,
            TokenLogin login,
            KeyPlaces places,
            Availability availability,
            Lanes lanes,
            RecoveryConfig config) {
        this.driver = driver;
        this.login = login;
        this.places = places;
        this.availability = availability;
        this.lanes = lanes;
        this.config = config;
        this.probes = new Backoff(config.probeInterval(), config.probeMaximum());
        this.restarts = new Backoff(config.reinitialiseInterval(), config.reinitialiseMaximum());
        this.startupEnds = System.nanoTime() + config.startup().toNanos();
        this.thread = Thread.ofPlatform()
                .name("token-" + driver.label() + "-recovery")
                .daemon()
                .inheritInheritableThreadLocals(false)
                .unstarted(this);
    }

    /** The thread runs, and the token was reached, or refused its PIN, or the time for it is up. */
    void start() {
        availability.whenTurnedAway(() -> LockSupport.unpark(thread));
        thread.start();
        try {
            if (!firstAnswer.await(config.startup().toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("token {} was not reached within {}; it is tried on", driver.label(), config.startup());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!availability.isClosed()) {
            if (availability.isDown()) {
                LockSupport.parkNanos(this, attempt().toNanos());
            } else {
                firstAnswer.countDown();
                LockSupport.park(this);
                hesitate();
            }
        }
        firstAnswer.countDown();
    }

    /** A device that is lost again before it signed once was not back: it is believed later this time. */
    private void hesitate() {
        fresh = false;
        if (availability.isProven()) {
            probes.succeeded();
        } else if (availability.isDown()) {
            probes.failed();
            availability.retryIn(probes.current());
            LockSupport.parkNanos(this, probes.current().toNanos());
        }
    }

    /** One try to reach the token; the answer is how long to wait for the next. */
    private Duration attempt() {
        try {
            if (!reached()) {
                return delayed("too many calls have not returned from the device");
            }
            restarts.succeeded();
            availability.recovered();
            return Duration.ZERO;
        } catch (TokenFault fault) {
            if (fault.kind() == FaultKind.PIN_REFUSED) {
                availability.pinRefused(String.valueOf(fault.getMessage()));
                return Duration.ZERO;
            }
            return delayed(String.valueOf(fault.getMessage()));
        }
    }

    private Duration delayed(String detail) {
        Duration delay = eager() ? EAGER : probes.current();
        availability.stillDown(detail, delay);
        return delay;
    }

    private boolean eager() {
        return fresh && System.nanoTime() < startupEnds;
    }

    private boolean reached() throws TokenFault {
        try {
            probe(true);
        } catch (TokenFault fault) {
            switch (fault.kind()) {
                // Whoever counts its sessions is alive; lanes that hold void ones give them back when they are used.
                case SESSIONS_EXHAUSTED -> {}
                case DEVICE_LOST, SESSION_LOST -> restart(fault);
                default -> throw fault;
            }
        }
        return lanes.allowMore();
    }

    private void restart(TokenFault reason) throws TokenFault {
        if (!restarted()) {
            throw reason;
        }
        probe(false);
        places.forget();
    }

    private boolean restarted() throws TokenFault {
        Duration interval = eager() ? EAGER.multipliedBy(5) : restarts.current();
        boolean tried = true;
        try {
            tried = driver.reinitialise(interval, config.drain()) == Reinitialisation.DONE;
            return tried;
        } finally {
            if (tried) {
                restarts.failed();
            }
        }
    }

    /** A fresh session opens, logs in, and shows a key that the token is known to have. */
    private void probe(boolean keysExpected) throws TokenFault {
        try (TokenSession session = driver.openSession()) {
            login.login(session);
            session.check();
            if (keysExpected) {
                places.requireWitness(session);
            }
        }
    }

    void close() {
        LockSupport.unpark(thread);
    }
}
