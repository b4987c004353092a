package vn.lienthong.signer.revocation.issuer;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where an issuer tells what it revoked, as the operator configured it. Addresses that certificates name are others.
 *
 * @param name by which operators know the issuer; part of file names
 * @param issuer its certificate
 * @param lists where its lists are fetched, each one for itself
 * @param responder its OCSP responder
 */
public record IssuerSources(
        String name, X509Certificate issuer, List<ListAddress> lists, Optional<ResponderAddress> responder) {

    /** How far two honest clocks are apart. */
    static final Duration SKEW = Duration.ofMinutes(2);

    public IssuerSources {
        lists = List.copyOf(lists);
        if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("an issuer's name is 1 to 32 of a-z 0-9 -");
        }
        if (lists.isEmpty() && responder.isEmpty()) {
            throw new IllegalArgumentException("an issuer has lists, a responder, or both");
        }
    }

    /**
     * A list and how it is fetched.
     *
     * @param deadline for the whole list; one of 10 MB over a slow line takes its time
     * @param maxBytes largest list
     * @param every how often it is looked at again: an issuer publishes a new list at once when it revokes
     * @param before how long before its next update it is looked at in any case
     */
    public record ListAddress(URI url, Duration deadline, int maxBytes, Duration every, Duration before) {}

    /**
     * A responder and how it is asked.
     *
     * @param deadline for one answer; somebody waits for the signature
     * @param perMinute how often it may be asked; empty for any number
     * @param nonce what is done about answers that are not made for the question
     * @param certId the hash by which the certificate is named
     * @param keep how long an answer is used without asking again; never past its next update
     */
    public record ResponderAddress(
            URI url, Duration deadline, Optional<Integer> perMinute, Nonce nonce, CertIdHash certId, Duration keep) {}

    /** RFC 9654: a nonce ties the answer to the question; a responder that prepares its answers cannot repeat one. */
    public enum Nonce {
        /** An answer without ours is refused. */
        REQUIRED,
        /** One is sent; another than ours in the answer is refused, and none is accepted. */
        SENT,
        /** None is sent: some responders refuse questions that have one. */
        NONE
    }

    /** RFC 6960 §4.1.1: how a question names the issuer. It is no signature: the answer is checked against the issuer itself. */
    public enum CertIdHash {
        /** What every responder knows (RFC 5019 §2.1.1). */
        SHA1("1.3.14.3.2.26"),
        SHA256("2.16.840.1.101.3.4.2.1");

        private final String oid;

        CertIdHash(String oid) {
            this.oid = oid;
        }

        String oid() {
            return oid;
        }
    }
}
