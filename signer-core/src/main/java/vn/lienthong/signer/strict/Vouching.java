package vn.lienthong.signer.strict;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * Which of the certificates that travel with a signature belong to a path of somebody known: those below a known
 * authority, one signed by the other, and the authorities above one that is known and is no root. A certificate's word for
 * itself is worth nothing.
 */
final class Vouching {
    /** By their octets: Bouncy Castle takes two for equal that differ in how they write TRUE. */
    private final Map<Bytes, X509CertificateHolder> carried;

    private final Map<Bytes, X509CertificateHolder> known;
    private final Map<Bytes, X509CertificateHolder> vouched;

    /**
     * @param known authorities
     * @param inPaths certificates of which it is known otherwise that a path leads to an authority
     * @param carried those in question
     */
    Vouching(
            Collection<X509CertificateHolder> known,
            Collection<X509CertificateHolder> inPaths,
            Collection<X509CertificateHolder> carried) {
        this.known = byOctets(known);
        this.carried = byOctets(carried);
        this.vouched = new LinkedHashMap<>(this.known);
        vouched.putAll(byOctets(inPaths));
        known.forEach(this::above);
        below(new ArrayDeque<>(vouched.values()));
    }

    private static Map<Bytes, X509CertificateHolder> byOctets(Collection<X509CertificateHolder> certificates) {
        Map<Bytes, X509CertificateHolder> byOctets = new LinkedHashMap<>();
        certificates.forEach(c -> byOctets.put(octets(c), c));
        return byOctets;
    }

    static Bytes octets(X509CertificateHolder certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("what was parsed can be written", e);
        }
    }

    /** Adds what the issuers signed, and what that signed in turn. */
    private void below(Deque<X509CertificateHolder> issuers) {
        while (!issuers.isEmpty()) {
            X509CertificateHolder issuer = issuers.remove();
            if (!mayIssue(issuer)) {
                continue;
            }
            carried.forEach((octets, candidate) -> {
                if (!vouched.containsKey(octets) && signed(issuer, candidate)) {
                    vouched.put(octets, candidate);
                    issuers.add(candidate);
                }
            });
        }
    }

    /** Adds the path from a known authority up to its root, if it is here whole. */
    private void above(X509CertificateHolder authority) {
        Map<Bytes, X509CertificateHolder> path = new LinkedHashMap<>();
        X509CertificateHolder last = authority;
        while (!isSelfIssued(last)) {
            X509CertificateHolder below = last;
            List<Map.Entry<Bytes, X509CertificateHolder>> issuers = carried.entrySet().stream()
                    .filter(c -> !path.containsKey(c.getKey()) && signed(c.getValue(), below))
                    .toList();
            if (issuers.size() != 1) {
                return;
            }
            last = issuers.getFirst().getValue();
            path.put(issuers.getFirst().getKey(), last);
        }
        if (signed(last, last)) {
            vouched.putAll(path);
        }
    }

    private static boolean isSelfIssued(X509CertificateHolder certificate) {
        return bears(certificate, certificate.getIssuer());
    }

    private static boolean signed(X509CertificateHolder issuer, X509CertificateHolder certificate) {
        try {
            return bears(issuer, certificate.getIssuer())
                    && holds(issuer, RawSignature.ofCertificate(certificate.getEncoded()));
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return false;
        }
    }

    boolean isVouched(X509CertificateHolder certificate) {
        return vouched.containsKey(octets(certificate));
    }

    /** Whether an authority of that name signed it, or one that it lets sign lists. */
    boolean isListSigned(X500Name issuer, RawSignature list) {
        return vouched.values().stream()
                .anyMatch(c -> (mayIssue(c) || Purposes.signsLists(c)) && bears(c, issuer) && holds(c, list));
    }

    /** Whether an authority signed it, or one that an authority lets sign responses. Source: RFC 6960 §4.2.2.2. */
    boolean isResponseSigned(RawSignature response) {
        return vouched.values().stream()
                .anyMatch(c -> (mayIssue(c) || Purposes.signsResponses(c)) && holds(c, response));
    }

    /** An anchor is one whatever its extensions say: old roots have none. */
    private boolean mayIssue(X509CertificateHolder certificate) {
        return known.containsKey(octets(certificate)) || Purposes.isAuthority(certificate);
    }

    private static boolean bears(X509CertificateHolder candidate, X500Name name) {
        try {
            return candidate.getSubject().equals(name);
        } catch (RuntimeException e) {
            return false; // a name that does not decode is nobody's
        }
    }

    private static boolean holds(X509CertificateHolder candidate, RawSignature check) {
        try {
            return check.isBy(candidate);
        } catch (OperatorCreationException | CertificateException | IOException | RuntimeException e) {
            return false; // another of the same name may have signed it
        }
    }
}
