package vn.lienthong.signer.revocation.issuer;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.trust.CertificatePath;

/**
 * A list that is its issuer's, whole, and numbered.
 *
 * @param number grows with each list of the issuer
 * @param nextUpdate the issuer publishes another one before
 */
record CheckedList(BigInteger number, Instant thisUpdate, Instant nextUpdate) {
    private static final int CRL_SIGN = 6;

    /** Either a list or why there is none. */
    sealed interface Reading {
        record Read(CheckedList list) implements Reading {}

        record Refused(ListFault fault) implements Reading {}
    }

    boolean isOlderThan(CheckedList other) {
        return number.compareTo(other.number) < 0 || thisUpdate.isBefore(other.thisUpdate);
    }

    /** Source: RFC 5280 §5.1, §5.2, §6.3.3. */
    static Reading read(byte[] der, X509Certificate issuer, Instant now) {
        Optional<X509CRL> parsed = parse(der);
        if (parsed.isEmpty()) {
            return new Reading.Refused(ListFault.MALFORMED);
        }
        X509CRL list = parsed.get();
        if (!CertificatePath.isStrong(list.getSigAlgName(), list.getSigAlgParams())) {
            return new Reading.Refused(ListFault.ALGORITHM);
        }
        if (!isBy(list, issuer)) {
            return new Reading.Refused(ListFault.NOT_BY_ISSUER);
        }
        if (isPartial(list)) {
            return new Reading.Refused(ListFault.PARTIAL);
        }
        Optional<BigInteger> number = number(list);
        if (number.isEmpty()) {
            return new Reading.Refused(ListFault.NO_NUMBER);
        }
        if (list.getThisUpdate().toInstant().isAfter(now.plus(IssuerSources.SKEW))) {
            return new Reading.Refused(ListFault.FROM_THE_FUTURE);
        }
        if (list.getNextUpdate() == null || !now.isBefore(list.getNextUpdate().toInstant())) {
            return new Reading.Refused(ListFault.PAST);
        }
        return new Reading.Read(new CheckedList(
                number.get(),
                list.getThisUpdate().toInstant(),
                list.getNextUpdate().toInstant()));
    }

    private static Optional<X509CRL> parse(byte[] der) {
        ByteArrayInputStream in = new ByteArrayInputStream(der);
        try {
            boolean binary = der.length > 0 && der[0] == 0x30; // the factory would read Base64 as well
            X509CRL list =
                    binary ? (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in) : null;
            return in.available() == 0 ? Optional.ofNullable(list) : Optional.empty();
        } catch (CertificateException | CRLException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isBy(X509CRL list, X509Certificate issuer) {
        boolean @Nullable [] usage = issuer.getKeyUsage();
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || usage != null && (usage.length <= CRL_SIGN || !usage[CRL_SIGN])) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A delta list; or one that names its distribution point, which may be one of several. */
    private static boolean isPartial(X509CRL list) {
        return list.getExtensionValue("2.5.29.27") != null
                || list.getExtensionValue("2.5.29.28") != null
                || list.hasUnsupportedCriticalExtension();
    }

    private static Optional<BigInteger> number(X509CRL list) {
        byte @Nullable [] number = list.getExtensionValue("2.5.29.20");
        try {
            return number == null
                    ? Optional.empty()
                    : Optional.of(ASN1Integer.getInstance(
                                    ASN1OctetString.getInstance(number).getOctets())
                            .getPositiveValue());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The same for a list at hand, whose time may be past. */
    static Optional<CheckedList> atHand(byte[] der, X509Certificate issuer) {
        return parse(der)
                .filter(list -> isBy(list, issuer) && !isPartial(list) && list.getNextUpdate() != null)
                .flatMap(list -> number(list)
                        .map(number -> new CheckedList(
                                number,
                                list.getThisUpdate().toInstant(),
                                list.getNextUpdate().toInstant())));
    }
}
