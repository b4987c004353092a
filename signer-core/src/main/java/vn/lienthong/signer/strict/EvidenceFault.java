package vn.lienthong.signer.strict;

/** What is wrong with certificates and revocation data that travel with a signature. */
public enum EvidenceFault {
    /** Two certificates of one issuer and serial number that differ. */
    CERTIFICATE_DOUBLED,
    /** A certificate that does not decode, or that no known authority signed as it is. */
    CERTIFICATE_STRANGE,
    /** A CRL or OCSP response that does not decode, or that nobody who is known signed as it is. */
    REVOCATION_STRANGE
}
