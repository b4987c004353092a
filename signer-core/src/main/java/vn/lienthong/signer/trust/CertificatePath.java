package vn.lienthong.signer.trust;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * The way from a certificate to a trust anchor, each step valid at one time and strong enough.
 *
 * @param certificates the end entity first, the anchor last
 */
public record CertificatePath(List<X509Certificate> certificates) {
    private static final Set<String> STRONG = Set.of(
            "SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "SHA256withECDSA", "SHA384withECDSA", "SHA512withECDSA");

    public CertificatePath {
        certificates = List.copyOf(certificates);
    }

    /**
     * The path that holds at {@code at}; empty if there is none. Revocation is another question.
     *
     * <p>Source: RFC 5280 §6.1.
     */
    public static Optional<CertificatePath> find(
            X509Certificate target, Collection<X509Certificate> pool, TrustAnchors anchors, Instant at) {
        if (anchors.contains(target)) {
            return Optional.empty(); // an authority's own certificate neither seals nor timestamps
        }
        try {
            X509CertSelector selector = new X509CertSelector();
            selector.setCertificate(target);
            Set<java.security.cert.TrustAnchor> trusted = anchors.certificates().stream()
                    .filter(anchor -> isValid(anchor, at))
                    .map(anchor -> new java.security.cert.TrustAnchor(anchor, null))
                    .collect(Collectors.toSet());
            if (trusted.isEmpty()) {
                return Optional.empty();
            }
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, selector);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            Set<X509Certificate> all = new java.util.LinkedHashSet<>(pool);
            all.add(target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> certificates = new ArrayList<>();
            result.getCertPath().getCertificates().forEach(c -> certificates.add((X509Certificate) c));
            certificates.add(result.getTrustAnchor().getTrustedCert());
            return Optional.of(new CertificatePath(certificates)).filter(CertificatePath::isStrong);
        } catch (CertPathBuilderException | InvalidAlgorithmParameterException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK builds PKIX paths", e);
        }
    }

    private static boolean isValid(X509Certificate anchor, Instant at) {
        return !at.isBefore(anchor.getNotBefore().toInstant())
                && !at.isAfter(anchor.getNotAfter().toInstant());
    }

    /** Circular 15/2025/TT-BKHCN, Annex I: RSA from 2048 bit, ECDSA from 256, SHA-2. The anchor's own signature is none. */
    private boolean isStrong() {
        return certificates.stream().allMatch(c -> hasStrongKey(c))
                && certificates.subList(0, certificates.size() - 1).stream()
                        .allMatch(c -> isStrong(c.getSigAlgName(), c.getSigAlgParams()));
    }

    /** Whether that is how an authority may sign a certificate or a list. */
    public static boolean isStrong(String signatureAlgorithm, byte @Nullable [] parameters) {
        return signatureAlgorithm.equals("RSASSA-PSS")
                ? parameters != null && isStrongPss(parameters)
                : STRONG.contains(signatureAlgorithm);
    }

    /** RFC 4055 §3.1: both hashes are SHA-1 where the parameters leave them out. */
    private static boolean isStrongPss(byte[] parameters) {
        try {
            RSASSAPSSparams pss = RSASSAPSSparams.getInstance(parameters);
            AlgorithmIdentifier mgfHash =
                    AlgorithmIdentifier.getInstance(pss.getMaskGenAlgorithm().getParameters());
            return Stream.of(pss.getHashAlgorithm(), mgfHash)
                    .allMatch(hash -> DigestAlgorithm.sha2OfOid(
                                    hash.getAlgorithm().getId())
                            .isPresent());
        } catch (RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return false;
        }
    }

    public static boolean hasStrongKey(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= 2048;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= 256;
            default -> false;
        };
    }
}
