package vn.lienthong.signer.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file of anchors: a DER certificate, or any number of PEM blocks, each with the lines about it above it. */
final class TrustAnchorFile {
    private static final Pattern BLOCK = Pattern.compile(
            "(?<about>(?:(?!-----)[^\\n]*\\n)*)-----BEGIN CERTIFICATE-----(?<der>[A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----\\s*\\n?");
    private static final long MAX_LENGTH = 1 << 20;

    private TrustAnchorFile() {}

    static List<TrustAnchor> read(Path file) throws IOException {
        if (Files.size(file) > MAX_LENGTH) {
            throw new NoTrustAnchorsException(file + " is larger than 1 MiB");
        }
        byte[] octets = Files.readAllBytes(file);
        try {
            return octets.length > 0 && octets[0] == 0x30
                    ? List.of(new TrustAnchor(certificate(octets), file.toString(), Optional.empty()))
                    : pem(new String(octets, StandardCharsets.UTF_8), file);
        } catch (CertificateException | IllegalArgumentException e) {
            throw new NoTrustAnchorsException(file + " holds something that is no certificate", e);
        }
    }

    private static List<TrustAnchor> pem(String text, Path file) throws CertificateException, NoTrustAnchorsException {
        List<TrustAnchor> anchors = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        int end = 0;
        while (end < text.length() && block.find(end) && block.start() == end) {
            byte[] der = Base64.getMimeDecoder().decode(block.group("der"));
            anchors.add(new TrustAnchor(certificate(der), file.toString(), provenance(block.group("about"))));
            end = block.end();
        }
        if (anchors.isEmpty() || !text.substring(end).isBlank()) {
            throw new NoTrustAnchorsException(file + " holds something that is no certificate");
        }
        return anchors;
    }

    private static Optional<TrustAnchor.Provenance> provenance(String about) {
        String by = line(about, "Added-By");
        String at = line(about, "Added-At");
        String reason = line(about, "Reason");
        return by.isEmpty() ? Optional.empty() : Optional.of(new TrustAnchor.Provenance(by, at, reason));
    }

    private static String line(String about, String key) {
        return about.lines()
                .filter(l -> l.startsWith(key + ":"))
                .map(l -> l.substring(key.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
