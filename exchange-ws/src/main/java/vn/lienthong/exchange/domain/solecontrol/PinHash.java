package vn.lienthong.exchange.domain.solecontrol;

import vn.lienthong.exchange.domain.account.SharedSecret;

/**
 * A hashed PIN with its salt and parameters. Stored encrypted all the same: a PIN has so few values that whoever has its
 * hash can try them all.
 */
public record PinHash(SharedSecret encoded) {}
