package vn.lienthong.signer.strict;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Certificates and revocation data that travel with a signature and that it does not cover. What is broken, strange or
 * contradicts itself there may be read by one validator and left aside by the next.
 */
public final class CarriedEvidence {
    private final List<X509CertificateHolder> known;
    private final Set<String> inPaths;
    private final EnumSet<EvidenceFault> faults = EnumSet.noneOf(EvidenceFault.class);

    private CarriedEvidence(List<X509CertificateHolder> known, Set<String> inPaths) {
        this.known = known;
        this.inPaths = inPaths;
    }

    /** What travels with the signatures of one document, in DER as it is carried. */
    public record Octets(List<byte[]> certificates, List<byte[]> crls, List<byte[]> ocspResponses) {}

    /**
     * Every fault of the evidence of one document; empty if there is none.
     *
     * @param known certificates of authorities
     * @param inPaths SHA-256, in lower-case hexadecimal, of certificates that a path to an anchor was built of
     */
    public static Set<EvidenceFault> faults(List<X509CertificateHolder> known, Set<String> inPaths, Octets carried) {
        CarriedEvidence evidence = new CarriedEvidence(known, inPaths);
        evidence.look(carried);
        return Set.copyOf(evidence.faults);
    }

    private void look(Octets octets) {
        List<X509CertificateHolder> carried = new ArrayList<>();
        for (byte[] der : octets.certificates()) {
            try {
                X509CertificateHolder certificate = new X509CertificateHolder(der);
                if (Arrays.equals(certificate.getEncoded(), der)) {
                    carried.add(certificate);
                } else {
                    faults.add(EvidenceFault.CERTIFICATE_STRANGE);
                }
            } catch (IOException | RuntimeException e) {
                // Bouncy Castle answers hostile ASN.1 with ClassCastException, IllegalStateException and others
                faults.add(EvidenceFault.CERTIFICATE_STRANGE);
            }
        }
        List<OcspOctets> responses = new ArrayList<>();
        for (byte[] der : octets.ocspResponses()) {
            try {
                OcspOctets response = OcspOctets.of(der);
                responses.add(response);
                carried.addAll(response.certificates());
            } catch (IOException | RuntimeException e) {
                faults.add(EvidenceFault.REVOCATION_STRANGE);
            }
        }
        Vouching vouching = certificates(carried);
        if (!responses.stream().allMatch(response -> vouching.isResponseSigned(response.signature()))) {
            faults.add(EvidenceFault.REVOCATION_STRANGE);
        }
        crls(octets.crls(), vouching);
    }

    private Vouching certificates(List<X509CertificateHolder> carried) {
        Vouching vouching = new Vouching(
                known, carried.stream().filter(c -> inPaths.contains(sha256(c))).toList(), carried);
        Map<String, X509CertificateHolder> bySerial = new HashMap<>();
        for (X509CertificateHolder certificate : carried) {
            try {
                String key =
                        HexFormat.of().formatHex(certificate.getIssuer().getEncoded()) + certificate.getSerialNumber();
                X509CertificateHolder twin = bySerial.putIfAbsent(key, certificate);
                if (twin != null && !Vouching.octets(twin).equals(Vouching.octets(certificate))) {
                    faults.add(EvidenceFault.CERTIFICATE_DOUBLED);
                }
            } catch (IOException | RuntimeException e) {
                // names are decoded when they are compared
                faults.add(EvidenceFault.CERTIFICATE_STRANGE);
            }
            if (!vouching.isVouched(certificate)) {
                faults.add(EvidenceFault.CERTIFICATE_STRANGE);
            }
        }
        return vouching;
    }

    private void crls(List<byte[]> ders, Vouching vouching) {
        for (byte[] der : ders) {
            try {
                if (!vouching.isListSigned(new X509CRLHolder(der).getIssuer(), RawSignature.ofList(der))) {
                    faults.add(EvidenceFault.REVOCATION_STRANGE);
                }
            } catch (IOException | RuntimeException e) {
                faults.add(EvidenceFault.REVOCATION_STRANGE);
            }
        }
    }

    private static String sha256(X509CertificateHolder certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("a parsed certificate has a digest", e);
        }
    }
}
