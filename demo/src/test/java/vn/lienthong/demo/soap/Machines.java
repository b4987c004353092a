package vn.lienthong.demo.soap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import vn.lienthong.hsm.pki.Authority;
import vn.lienthong.hsm.pki.CertificateIssuer;
import vn.lienthong.hsm.pki.CertificateProfile;
import vn.lienthong.hsm.pki.CertificateRequest;
import vn.lienthong.hsm.pki.DistinguishedName;
import vn.lienthong.hsm.pki.KeyStoreFile;
import vn.lienthong.hsm.pki.Pem;
import vn.lienthong.hsm.pki.SoftwareKeys;

/** Machines' keys for tests, under an authority of their own. */
final class Machines {
    private static final String PASSWORD = "password";

    private final SoftwareKeys keys = new SoftwareKeys(new SecureRandom());
    private final CertificateIssuer issuer =
            new CertificateIssuer(Clock.systemUTC(), new SecureRandom(), URI.create("http://crl.test/"));
    private final Path folder;
    private final Authority authority;

    Machines(Path folder) throws IOException {
        this.folder = folder;
        KeyPair pair = keys.ecP256();
        X509Certificate root = issuer.selfSigned(
                CertificateRequest.of(CertificateProfile.ROOT_AUTHORITY, name("Machines"), pair.getPublic()),
                pair.getPrivate());
        this.authority = new Authority("machines", pair.getPrivate(), List.of(root));
        Files.write(folder.resolve("ca.pem"), Pem.certificates(List.of(root)));
    }

    SystemKey known(String name) throws IOException {
        KeyPair pair = keys.rsa2048();
        return stored(name, pair, issuer.issue(request(name, pair), authority));
    }

    SystemKey stranger(String name) throws IOException {
        KeyPair pair = keys.rsa2048();
        return stored(name, pair, issuer.selfSigned(request(name, pair), pair.getPrivate()));
    }

    private SystemKey stored(String name, KeyPair pair, X509Certificate certificate) throws IOException {
        Path file = folder.resolve(name + ".p12");
        Files.write(
                file, new KeyStoreFile(name, pair.getPrivate(), List.of(certificate)).encoded(PASSWORD.toCharArray()));
        return SystemKey.load(file, name, PASSWORD, folder.resolve("ca.pem"), "server");
    }

    private static CertificateRequest request(String name, KeyPair pair) {
        return CertificateRequest.of(CertificateProfile.SYSTEM, name(name), pair.getPublic());
    }

    private static DistinguishedName name(String commonName) {
        return new DistinguishedName(commonName, null, "Test");
    }
}
