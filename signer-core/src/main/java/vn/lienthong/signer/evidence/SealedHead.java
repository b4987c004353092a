package vn.lienthong.signer.evidence;

import vn.lienthong.signer.algorithm.Bytes;

/**
 * A tree head with what proves who made it and when.
 *
 * @param head exactly {@link TreeHead#toBytes()}
 * @param seal DER of a CMS SignedData, detached, over {@code head} (CAdES-BASELINE-B), with the sealer's certificate
 * @param timestamp DER of an RFC 3161 TimeStampToken whose message imprint is SHA-256 over {@code seal}, with the TSA's
 *     certificate
 */
public record SealedHead(Bytes head, Bytes seal, Bytes timestamp) {}
