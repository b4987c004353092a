package vn.lienthong.hsm.pki;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;

/** Signs lists of revoked certificates; the demo revokes nobody, so they are empty. Source: RFC 5280 §5. */
public final class CrlIssuer {
    /** A demo left alone for a month still verifies. */
    private static final Duration LIFETIME = Duration.ofDays(45);

    /** A list with less than this before it is renewed by the next run. */
    private static final Duration RENEW_BEFORE = Duration.ofDays(15);

    private final Clock clock;

    public CrlIssuer(Clock clock) {
        this.clock = clock;
    }

    /** Whether this list was signed by that authority speaks of now, and has time before it. */
    public boolean isFresh(byte[] crl, Authority issuer) {
        try {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(crl));
            list.verify(issuer.certificate().getPublicKey());
            Instant now = clock.instant();
            return !list.getThisUpdate().toInstant().isAfter(now)
                    && list.getNextUpdate().toInstant().isAfter(now.plus(RENEW_BEFORE));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A DER list whose number grows with time, as lists' numbers must. Source: RFC 5280 §5.2.3. */
    public byte[] issue(Authority issuer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        X509v2CRLBuilder builder = new X509v2CRLBuilder(
                X500Name.getInstance(
                        issuer.certificate().getSubjectX500Principal().getEncoded()),
                Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(LIFETIME)));
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            return new JcaX509CRLConverter()
                    .getCRL(builder.build(SoftwareKeys.signer(issuer.key())))
                    .getEncoded();
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("the JDK has every algorithm used here", e);
        }
    }
}
