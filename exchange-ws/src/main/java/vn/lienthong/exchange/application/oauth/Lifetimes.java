package vn.lienthong.exchange.application.oauth;

import java.time.Duration;

/**
 * How long what is given out is good for.
 *
 * @param access an access token
 * @param refresh a refresh token that is not used
 * @param sad the data that activates a signature (SAD): as long as a client needs to send what it has ready
 */
public record Lifetimes(Duration access, Duration refresh, Duration sad) {
    /** An authorisation code: a redirect and one request. Source: RFC 6749 §4.1.2 names ten minutes as the most. */
    public static final Duration CODE = Duration.ofMinutes(1);

    /** A pushed request: while the official signs in and finds the telephone. */
    public static final Duration PUSHED_REQUEST = Duration.ofMinutes(10);

    /** A browser that an official signed in with. */
    public static final Duration SESSION = Duration.ofMinutes(15);
}
