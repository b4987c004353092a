package vn.lienthong.signer.validate.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * The certificates of one signature that are its signer's: the one that SigningCertificate names by its digest, which is
 * signed, and those that issued it by their names. That the key is the signer's is asked elsewhere.
 *
 * <p>Source: EN 319 132-1 §5.2.2.
 */
final class SignerPath {
    private static final int LONGEST = 10;

    private SignerPath() {}

    /** From the signer's upwards; empty if no certificate that is there is named. */
    static List<X509CertificateHolder> of(XmlNode signature) {
        List<X509CertificateHolder> carried = carried(signature);
        List<X509CertificateHolder> path = new ArrayList<>();
        Optional<X509CertificateHolder> next = signer(signature, carried);
        while (next.isPresent() && path.size() < LONGEST) {
            X509CertificateHolder last = next.get();
            path.add(last);
            next = carried.stream()
                    .filter(c -> !path.contains(c) && c.getSubject().equals(last.getIssuer()))
                    .findFirst();
        }
        return path;
    }

    private static List<X509CertificateHolder> carried(XmlNode signature) {
        List<X509CertificateHolder> carried = new ArrayList<>();
        own(signature).forEach(n -> {
            if (n.name().equals("X509Certificate") || n.name().equals("EncapsulatedX509Certificate")) {
                try {
                    carried.add(new X509CertificateHolder(octets(n)));
                } catch (IOException | RuntimeException e) {
                    // has its own finding
                    return;
                }
            }
        });
        return carried;
    }

    /** Of the certificates that are named, the first is the signer's. */
    private static Optional<X509CertificateHolder> signer(XmlNode signature, List<X509CertificateHolder> carried) {
        Optional<byte[]> digest = own(signature).stream()
                .filter(n -> n.name().equals("DigestValue")
                        && n.isWithin(XmlNames.XADES, "SignedProperties")
                        && (n.isWithin(XmlNames.XADES, "SigningCertificateV2")
                                || n.isWithin(XmlNames.XADES, "SigningCertificate")))
                .findFirst()
                .map(SignerPath::octets);
        return digest.flatMap(
                wanted -> carried.stream().filter(c -> hasDigest(c, wanted)).findFirst());
    }

    private static boolean hasDigest(X509CertificateHolder certificate, byte[] wanted) {
        try {
            byte[] der = certificate.getEncoded();
            return Arrays.stream(DigestAlgorithm.values())
                    .filter(algorithm -> algorithm.length() == wanted.length)
                    .anyMatch(algorithm -> algorithm.digest(der).value().equals(Bytes.of(wanted)));
        } catch (IOException e) {
            throw new IllegalStateException("what was parsed can be written", e);
        }
    }

    /** All of the signature but its counter-signatures, which have signers of their own. */
    private static List<XmlNode> own(XmlNode signature) {
        List<XmlNode> own = new ArrayList<>();
        own.add(signature);
        for (int i = 0; i < own.size(); i++) {
            own.get(i).children().stream()
                    .filter(child -> !child.is(XmlNames.DSIG, "Signature"))
                    .forEach(own::add);
        }
        return own;
    }

    private static byte[] octets(XmlNode base64) {
        try {
            return Base64.getMimeDecoder().decode(base64.text().toString());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
