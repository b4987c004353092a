package vn.lienthong.signer.strict;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Certificates and revocation data that travel with a signature and that it does not cover. What is broken, strange or
 * contradicts itself there may be read by one validator and left aside by the next.
 */
public final class CarriedEvidence {
    private final List<X509CertificateHolder> known;
    private final Set<String> inPaths;
    private final List<X509CertificateHolder> carried = new ArrayList<>();
    private final EnumSet<EvidenceFault> faults = EnumSet.noneOf(EvidenceFault.class);

    /**
     * Evidence of one document.
     *
     * @param known certificates of authorities
     * @param inPaths SHA-256, in lower-case hexadecimal, of certificates that a path to an anchor was built of
     */
    public CarriedEvidence(List<X509CertificateHolder> known, Set<String> inPaths) {
        this.known = List.copyOf(known);
        this.inPaths = Set.copyOf(inPaths);
    }

    /** The certificates are looked at, as one set. */
    public void certificates(List<byte[]> ders) {
        for (byte[] der : ders) {
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
        Map<String, X509CertificateHolder> bySerial = new HashMap<>();
        for (X509CertificateHolder certificate : carried) {
            try {
                look(certificate, bySerial);
            } catch (IOException | RuntimeException e) {
                // names are decoded when they are compared
                faults.add(EvidenceFault.CERTIFICATE_STRANGE);
            }
        }
    }

    private void look(X509CertificateHolder certificate, Map<String, X509CertificateHolder> bySerial)
            throws IOException {
        String key = HexFormat.of().formatHex(certificate.getIssuer().getEncoded()) + certificate.getSerialNumber();
        X509CertificateHolder twin = bySerial.putIfAbsent(key, certificate);
        if (twin != null && !twin.equals(certificate)) {
            faults.add(EvidenceFault.CERTIFICATE_DOUBLED);
        }
        if (!inPaths.contains(sha256(certificate))
                && !isSigned(certificate.getIssuer(), RawSignature.of(certificate.getEncoded()))) {
            faults.add(EvidenceFault.CERTIFICATE_STRANGE);
        }
    }

    /** The lists are looked at; certificates come first. */
    public void crls(List<byte[]> ders) {
        for (byte[] der : ders) {
            try {
                X509CRLHolder crl = new X509CRLHolder(der);
                if (!isSigned(crl.getIssuer(), RawSignature.of(der))) {
                    faults.add(EvidenceFault.REVOCATION_STRANGE);
                }
            } catch (IOException | RuntimeException e) {
                faults.add(EvidenceFault.REVOCATION_STRANGE);
            }
        }
    }

    /** The responses are looked at; certificates come first. */
    public void ocspResponses(List<byte[]> ders) {
        for (byte[] der : ders) {
            try {
                if (!isSigned(basic(der))) {
                    faults.add(EvidenceFault.REVOCATION_STRANGE);
                }
            } catch (IOException | RuntimeException e) {
                faults.add(EvidenceFault.REVOCATION_STRANGE);
            }
        }
    }

    public Set<EvidenceFault> faults() {
        return Set.copyOf(faults);
    }

    /** Both forms are in use: the whole response, and the part of it that is signed. */
    private static byte[] basic(byte[] der) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(der);
        if (!(sequence.getObjectAt(0).toASN1Primitive() instanceof ASN1Enumerated)) {
            return der;
        }
        return OCSPResponse.getInstance(sequence)
                .getResponseBytes()
                .getResponse()
                .getOctets();
    }

    private boolean isSigned(byte[] basicResponse) throws IOException {
        BasicOCSPResp response = new BasicOCSPResp(BasicOCSPResponse.getInstance(basicResponse));
        List<X509CertificateHolder> candidates = new ArrayList<>(List.of(response.getCerts()));
        candidates.addAll(carried);
        candidates.addAll(known);
        RawSignature signature = RawSignature.of(basicResponse);
        return candidates.stream().anyMatch(c -> holds(c, signature));
    }

    private boolean isSigned(X500Name issuer, RawSignature check) {
        List<X509CertificateHolder> candidates = new ArrayList<>(known);
        candidates.addAll(carried);
        return candidates.stream().anyMatch(c -> bears(c, issuer) && holds(c, check));
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

    private static String sha256(X509CertificateHolder certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("a parsed certificate has a digest", e);
        }
    }
}
