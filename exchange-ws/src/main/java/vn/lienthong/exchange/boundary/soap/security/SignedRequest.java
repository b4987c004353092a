package vn.lienthong.exchange.boundary.soap.security;

import java.security.cert.X509Certificate;
import java.time.Instant;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * What a believed signature says.
 *
 * @param certificate the signer's; it chains to an anchor
 * @param covered digest of the canonical SignedInfo, which names the digests of Body and Timestamp
 * @param staleAt when the timestamp is too old
 */
record SignedRequest(X509Certificate certificate, Sha256Digest covered, Instant staleAt) {}
