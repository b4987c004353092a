package vn.lienthong.exchange.application.remote;

import java.time.Duration;
import vn.lienthong.exchange.domain.account.OpaqueToken;

/** The signature activation data (SAD), and how long it is good for. */
public record ActivationData(OpaqueToken sad, Duration lifetime) {}
