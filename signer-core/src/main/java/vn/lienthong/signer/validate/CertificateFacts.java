package vn.lienthong.signer.validate;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What a certificate says of itself.
 *
 * @param subject distinguished name, RFC 4514
 * @param commonName the name to show
 * @param organization the agency or unit that the subject belongs to; empty if the certificate names none
 * @param issuer distinguished name, RFC 4514
 * @param issuerCommonName the issuer's name to show
 * @param sha256 of the DER encoding, lower-case hexadecimal
 */
public record CertificateFacts(
        String subject,
        String commonName,
        String organization,
        String issuer,
        String issuerCommonName,
        BigInteger serial,
        Instant notBefore,
        Instant notAfter,
        String sha256) {}
