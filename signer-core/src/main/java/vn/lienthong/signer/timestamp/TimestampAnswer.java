package vn.lienthong.signer.timestamp;

import vn.lienthong.signer.algorithm.Bytes;

/** What the authority answers: always a TimeStampResp to send back, and what it says for the audit log. */
public sealed interface TimestampAnswer {

    /** The DER of a TimeStampResp, to be sent as {@code application/timestamp-reply}. */
    Bytes response();

    /** A timestamp was issued. */
    record Issued(Bytes response, TimestampToken token) implements TimestampAnswer {}

    /** None was issued; {@code response} carries the status rejection and this failure. */
    record Rejected(Bytes response, PkiFailure failInfo, String detail) implements TimestampAnswer {}
}
