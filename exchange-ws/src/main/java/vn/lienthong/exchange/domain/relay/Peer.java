package vn.lienthong.exchange.domain.relay;

import java.net.URI;
import java.time.Duration;
import vn.lienthong.exchange.domain.agency.SystemId;

/**
 * Another exchange, of which this one is a system. Agencies that lie beyond it belong to {@link #system} in this exchange's
 * directory: what is addressed to them is passed on, and what comes from there may name them alone as its sender.
 *
 * @param system as which it stands in this exchange's directory
 * @param address of its operations, as evidence names it
 * @param interval between two looks for what waits there
 */
public record Peer(SystemId system, URI address, Duration interval) {}
