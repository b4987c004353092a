package vn.lienthong.signer.validate.pdf.change;

import vn.lienthong.signer.algorithm.Bytes;

/**
 * Evidence that a later revision put into the document security store.
 *
 * @param octets as they are carried, in DER if they are what they shall be
 */
public record AddedEvidence(Kind kind, Bytes octets) {
    /** What it is said to be. */
    public enum Kind {
        CERTIFICATE,
        CRL,
        OCSP_RESPONSE,
        TIMESTAMP
    }
}
