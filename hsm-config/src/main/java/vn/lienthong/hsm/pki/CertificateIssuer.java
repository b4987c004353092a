package vn.lienthong.hsm.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** Signs certificates by their profiles. Source: RFC 5280 §4. */
public final class CertificateIssuer {
    /** Clocks differ between machines: a certificate made here is at once valid on one that is ten minutes behind. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final Clock clock;
    private final SecureRandom random;
    private final URI crlBase;

    /** @param crlBase the address below which the lists of revoked certificates are published, ending in a slash */
    public CertificateIssuer(Clock clock, SecureRandom random, URI crlBase) {
        this.clock = clock;
        this.random = random;
        this.crlBase = crlBase;
    }

    /** A certificate that its own key signed; nobody stands above it, and no revocation list speaks of it. */
    public X509Certificate selfSigned(CertificateRequest request, PrivateKey key) {
        return sign(request, request.subject().encoded(), key, null, null);
    }

    /** A certificate that the authority signed and lists when it is revoked. */
    public X509Certificate issue(CertificateRequest request, Authority issuer) {
        X509Certificate above = issuer.certificate();
        return sign(
                request,
                X500Name.getInstance(above.getSubjectX500Principal().getEncoded()),
                issuer.key(),
                above,
                crlBase.resolve(issuer.name() + ".crl"));
    }

    private X509Certificate sign(
            CertificateRequest request,
            X500Name issuer,
            PrivateKey key,
            @Nullable X509Certificate above,
            @Nullable URI crl) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SubjectPublicKeyInfo spki =
                SubjectPublicKeyInfo.getInstance(request.publicKey().getEncoded());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                serial(),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(end(now.plus(request.profile().validity()), above)),
                request.subject().encoded(),
                spki);
        try {
            extend(builder, request, spki, above == null ? null : above, crl);
            return new JcaX509CertificateConverter().getCertificate(builder.build(SoftwareKeys.signer(key)));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("the JDK has every algorithm used here", e);
        }
    }

    private static void extend(
            X509v3CertificateBuilder builder,
            CertificateRequest request,
            SubjectPublicKeyInfo spki,
            @Nullable X509Certificate above,
            @Nullable URI crl)
            throws GeneralSecurityException, CertIOException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(spki));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                above == null
                        ? identifiers.createAuthorityKeyIdentifier(spki)
                        : identifiers.createAuthorityKeyIdentifier(above.getPublicKey()));
        for (Extension requested : RequestedExtensions.of(request)) {
            builder.addExtension(requested);
        }
        if (crl != null) {
            GeneralNames address =
                    new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, crl.toString()));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(address), null, null)
            }));
        }
    }

    /** Whether that certificate is for what the request asks, for whom it asks, and for that key. */
    public static boolean isFor(X509Certificate certificate, CertificateRequest request) {
        return Arrays.equals(
                        certificate.getPublicKey().getEncoded(),
                        request.publicKey().getEncoded())
                && Arrays.equals(certificate.getSubjectX500Principal().getEncoded(), octets(request.subject()))
                && RequestedExtensions.areThoseOf(certificate, request);
    }

    private static byte[] octets(DistinguishedName subject) {
        try {
            return subject.encoded().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException("ASN.1 is encoded to memory", e);
        }
    }

    /** Nobody outlives the authority that vouches for him. */
    private static Instant end(Instant wanted, @Nullable X509Certificate above) {
        if (above == null) {
            return wanted;
        }
        Instant limit = above.getNotAfter().toInstant();
        return wanted.isBefore(limit) ? wanted : limit;
    }

    /** Positive, at most 20 octets, 127 random bits. Source: RFC 5280 §4.1.2.2. */
    private BigInteger serial() {
        return new BigInteger(127, random).setBit(126);
    }
}
