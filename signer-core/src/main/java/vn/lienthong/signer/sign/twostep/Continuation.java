package vn.lienthong.signer.sign.twostep;

import java.time.Instant;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * All that the second step needs to know of the first, the documents apart.
 *
 * @param asked the request in words of whoever asked for the first step, its caller among them; the second step is asked in
 *     these words and no others
 * @param prepared what the owner's token was asked to sign
 * @param expires from this time on it is good for nothing
 */
record Continuation(Bytes asked, ToBeSigned prepared, Instant expires) {}
