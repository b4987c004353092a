package vn.lienthong.hsm.ceremony;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.hsm.files.Exposure;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.pki.Authority;
import vn.lienthong.hsm.pki.CertificateIssuer;
import vn.lienthong.hsm.pki.CertificateRequest;
import vn.lienthong.hsm.pki.Pem;

/**
 * Certificates that exist once: a chain file is made when it is missing, foreign to its key, purpose or issuer, or near
 * its end.
 */
final class Certification {
    /** A certificate with less than this before it is made anew. */
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final StateFiles files;
    private final CertificateIssuer issuer;
    private final Clock clock;
    private final Changes changes;

    Certification(StateFiles files, CertificateIssuer issuer, Clock clock, Changes changes) {
        this.files = files;
        this.issuer = issuer;
        this.clock = clock;
        this.changes = changes;
    }

    /** The chain in that file, which certifies the request's key by the authority. */
    List<X509Certificate> chain(String file, CertificateRequest request, Authority authority) {
        List<X509Certificate> found = read(file);
        if (fits(found, request, authority)) {
            changes.kept(file);
            return found;
        }
        List<X509Certificate> chain = Stream.concat(
                        Stream.of(issuer.issue(request, authority)), authority.issuers().stream())
                .toList();
        files.write(file, Pem.certificates(chain), Exposure.EVERYBODY);
        changes.made(file);
        return chain;
    }

    /** Whether the chain certifies that key and subject for that purpose, comes from that authority, and has time before it. */
    boolean fits(List<X509Certificate> chain, CertificateRequest request, Authority authority) {
        return speaksFor(chain, request)
                && chain.subList(1, chain.size()).equals(authority.issuers())
                && signedBy(chain.getFirst(), authority);
    }

    boolean speaksFor(List<X509Certificate> chain, CertificateRequest request) {
        if (chain.isEmpty()) {
            return false;
        }
        X509Certificate own = chain.getFirst();
        return CertificateIssuer.isFor(own, request)
                && own.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEW_BEFORE));
    }

    List<X509Certificate> read(String file) {
        if (!files.exists(file)) {
            return List.of();
        }
        try {
            return Pem.readCertificates(files.read(file));
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    private static boolean signedBy(X509Certificate certificate, Authority authority) {
        try {
            certificate.verify(authority.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
