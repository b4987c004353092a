package vn.lienthong.signer.testpki;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.evidence.LogSealCertificate;

/**
 * What a certificate of the test PKI says.
 *
 * @param subject an RFC 4514 name
 * @param from the start of its validity, counted from the PKI's present
 * @param to the end of its validity, counted from the PKI's present
 * @param keyUsage bits of {@link KeyUsage}; 0 for no such extension
 * @param ca whether it is a CA's
 * @param purposes the extended key usage; empty for none
 * @param purposesCritical whether it is critical
 * @param scheme how a key made for it signs
 * @param rsaBits the size of an RSA key made for it
 * @param statusUri of an OCSP responder, named in the certificate
 * @param log the audit log that its key seals
 */
public record Profile(
        String subject,
        Duration from,
        Duration to,
        int keyUsage,
        boolean ca,
        List<KeyPurposeId> purposes,
        boolean purposesCritical,
        SignatureScheme scheme,
        int rsaBits,
        Optional<String> statusUri,
        Optional<String> log) {

    /** A person or agency that may sign: two years, digitalSignature and nonRepudiation, RSA-2048. */
    public static Profile signer(String commonName) {
        return new Profile(
                "C=VN,O=Liên Thông thử nghiệm,CN=" + commonName,
                Duration.ofDays(-30),
                Duration.ofDays(700),
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                false,
                List.of(),
                true,
                SignatureScheme.RSA_PKCS1_SHA256,
                2048,
                Optional.empty(),
                Optional.empty());
    }

    /** A time-stamping authority: critical extended key usage timeStamping alone. */
    public static Profile timestamping(String commonName) {
        return signer(commonName).withKeyUsage(KeyUsage.digitalSignature).withPurposes(KeyPurposeId.id_kp_timeStamping);
    }

    /** The sealer of an audit log. */
    public static Profile logSeal(String commonName, String log) {
        return signer(commonName)
                .withScheme(SignatureScheme.ECDSA_SHA256)
                .withPurposes(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(LogSealCertificate.PURPOSE)))
                .withLog(log);
    }

    /** An OCSP responder. */
    public static Profile ocspResponder(String commonName) {
        return signer(commonName).withKeyUsage(KeyUsage.digitalSignature).withPurposes(KeyPurposeId.id_kp_OCSPSigning);
    }

    static Profile authority(String commonName) {
        return new Profile(
                "C=VN,O=Liên Thông thử nghiệm,CN=" + commonName,
                Duration.ofDays(-1000),
                Duration.ofDays(3000),
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                true,
                List.of(),
                true,
                SignatureScheme.ECDSA_SHA256,
                0,
                Optional.empty(),
                Optional.empty());
    }

    public Profile expired() {
        return valid(Duration.ofDays(-400), Duration.ofDays(-1));
    }

    public Profile notYetValid() {
        return valid(Duration.ofDays(1), Duration.ofDays(400));
    }

    /** RSA-1024, under what Circular 15/2025/TT-BKHCN allows. */
    public Profile weak() {
        return new Profile(
                subject,
                from,
                to,
                keyUsage,
                ca,
                purposes,
                purposesCritical,
                SignatureScheme.RSA_PKCS1_SHA256,
                1024,
                statusUri,
                log);
    }

    public Profile valid(Duration newFrom, Duration newTo) {
        return new Profile(
                subject, newFrom, newTo, keyUsage, ca, purposes, purposesCritical, scheme, rsaBits, statusUri, log);
    }

    public Profile withKeyUsage(int bits) {
        return new Profile(subject, from, to, bits, ca, purposes, purposesCritical, scheme, rsaBits, statusUri, log);
    }

    public Profile withPurposes(KeyPurposeId... newPurposes) {
        return new Profile(
                subject, from, to, keyUsage, ca, List.of(newPurposes), true, scheme, rsaBits, statusUri, log);
    }

    public Profile withScheme(SignatureScheme newScheme) {
        return new Profile(
                subject, from, to, keyUsage, ca, purposes, purposesCritical, newScheme, rsaBits, statusUri, log);
    }

    public Profile withStatusUri(String uri) {
        return new Profile(
                subject, from, to, keyUsage, ca, purposes, purposesCritical, scheme, rsaBits, Optional.of(uri), log);
    }

    public Profile withLog(String newLog) {
        return new Profile(
                subject,
                from,
                to,
                keyUsage,
                ca,
                purposes,
                purposesCritical,
                scheme,
                rsaBits,
                statusUri,
                Optional.of(newLog));
    }

    public Profile withoutLog() {
        return new Profile(
                subject, from, to, keyUsage, ca, purposes, true, scheme, rsaBits, statusUri, Optional.empty());
    }

    public Profile withPurposesNotCritical() {
        return new Profile(subject, from, to, keyUsage, ca, purposes, false, scheme, rsaBits, statusUri, log);
    }
}
