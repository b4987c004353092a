package vn.lienthong.exchange.wiring;

import java.util.Optional;
import vn.lienthong.signer.timestamp.TrustedTime;
import vn.lienthong.signer.timestamp.clock.WatchedClock;

/**
 * The time that timestamps say.
 *
 * @param watched the same, where it is compared with other clocks
 */
record TsaClock(TrustedTime time, Optional<WatchedClock> watched) {}
