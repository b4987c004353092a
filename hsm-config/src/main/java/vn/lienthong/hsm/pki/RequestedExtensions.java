package vn.lienthong.hsm.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.OtherName;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.LogSealCertificate;

/** The extensions that say what a certificate is for, and for whom besides its subject. */
final class RequestedExtensions {
    private static final List<ASN1ObjectIdentifier> KINDS = List.of(
            Extension.basicConstraints,
            Extension.keyUsage,
            Extension.extendedKeyUsage,
            Extension.subjectAlternativeName);

    private RequestedExtensions() {}

    static List<Extension> of(CertificateRequest request) {
        CertificateProfile profile = request.profile();
        List<Extension> extensions = new ArrayList<>();
        extensions.add(extension(Extension.basicConstraints, true, new BasicConstraints(profile.isAuthority())));
        extensions.add(extension(Extension.keyUsage, true, profile.keyUsage()));
        List<KeyPurposeId> purposes = profile.extendedKeyUsages();
        if (!purposes.isEmpty()) {
            extensions.add(extension(
                    Extension.extendedKeyUsage,
                    profile.extendedKeyUsageIsCritical(),
                    new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new))));
        }
        List<GeneralName> names = Stream.concat(
                        request.hostNames().stream().map(RequestedExtensions::host),
                        request.log().stream().map(RequestedExtensions::log))
                .toList();
        if (!names.isEmpty()) {
            extensions.add(extension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new))));
        }
        return extensions;
    }

    /** Whether the certificate says the same, no more and no less. */
    static boolean areThoseOf(X509Certificate certificate, CertificateRequest request) {
        List<Extension> wanted = of(request);
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        return KINDS.stream().allMatch(kind -> {
            byte[] found = certificate.getExtensionValue(kind.getId());
            return wanted.stream()
                    .filter(extension -> extension.getExtnId().equals(kind))
                    .findFirst()
                    .map(extension -> found != null
                            && Arrays.equals(found, octets(extension.getExtnValue()))
                            && extension.isCritical() == (critical != null && critical.contains(kind.getId())))
                    .orElse(found == null);
        });
    }

    private static Extension extension(ASN1ObjectIdentifier kind, boolean critical, ASN1Encodable value) {
        return new Extension(kind, critical, octets(value));
    }

    private static GeneralName host(String name) {
        return new GeneralName(name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static GeneralName log(LogId log) {
        return new GeneralName(
                GeneralName.otherName,
                new OtherName(new ASN1ObjectIdentifier(LogSealCertificate.NAME_TYPE), new DERUTF8String(log.value())));
    }

    private static byte[] octets(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException("ASN.1 is encoded to memory", e);
        }
    }
}
