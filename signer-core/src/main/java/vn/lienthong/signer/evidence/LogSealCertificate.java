package vn.lienthong.signer.evidence;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;

/**
 * The certificate that may seal a log, and which log: of all the keys that an authority certifies, only the log's own
 * makes evidence. The identifiers lie under 2.25, the arc of UUIDs, which needs no registration.
 *
 * <p>Source: ADR 0011; ITU-T X.667 §7.
 */
public final class LogSealCertificate {
    private static final String ARC = "2.25.299824412626534176966482877672007761101";

    /** The extended key usage: critical, and alone. */
    public static final String PURPOSE = ARC + ".1";

    /** The type of the otherName in the subject's alternative names; its value is the log's id, a UTF8String. */
    public static final String NAME_TYPE = ARC + ".2";

    private LogSealCertificate() {}

    /** The log that the certificate's key may seal; empty if it may seal none. */
    public static Optional<LogId> log(X509Certificate certificate) {
        return SolePurpose.is(certificate, PURPOSE) ? name(certificate) : Optional.empty();
    }

    private static Optional<LogId> name(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        if (extension == null) {
            return Optional.empty();
        }
        try {
            GeneralNames names = GeneralNames.getInstance(
                    ASN1OctetString.getInstance(extension).getOctets());
            List<OtherName> logs = Stream.of(names.getNames())
                    .filter(name -> name.getTagNo() == GeneralName.otherName)
                    .map(name -> OtherName.getInstance(name.getName()))
                    .filter(name -> name.getTypeID().getId().equals(NAME_TYPE))
                    .toList();
            return logs.size() == 1
                    ? Optional.of(new LogId(ASN1UTF8String.getInstance(
                                    logs.getFirst().getValue().toASN1Primitive())
                            .getString()))
                    : Optional.empty();
        } catch (RuntimeException e) {
            // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
            return Optional.empty();
        }
    }
}
