package vn.lienthong.exchange.domain.solecontrol;

import java.time.Instant;

/**
 * A key of an authenticator that an official registered. Nothing of it is secret.
 *
 * <p>Source: W3C Web Authentication Level 2, §4 (public key credential).
 *
 * @param id of the credential, in base64url
 * @param label by which the official knows it
 * @param credential the attested credential data with the public key, in base64url. Source: WebAuthn §6.5.1
 * @param signCount as the authenticator told it last; 0 where it does not count
 */
public record Passkey(String id, String label, String credential, long signCount, Instant createdAt) {}
