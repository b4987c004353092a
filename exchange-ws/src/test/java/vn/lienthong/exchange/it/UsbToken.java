package vn.lienthong.exchange.it;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An official's USB token that no server sees: a SoftHSM of its own, whose keys OpenSC makes and signs with, and
 * which the demonstration's authority certifies. Nothing of ours touches the key.
 */
public final class UsbToken {
    public static final String PIN = "135790";
    public static final String LABEL = "usb";

    private static final String MODULE = "/usr/lib/softhsm/libsofthsm2.so";

    private final Path folder;
    private final Path state;

    private UsbToken(Path folder, Path state) {
        this.folder = folder;
        this.state = state;
    }

    /** An empty token in that folder, whose owners the authority of that state folder certifies. */
    public static UsbToken in(Path folder, Path state) throws IOException {
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens") + "\n");
        UsbToken token = new UsbToken(folder, state);
        token.run("softhsm2-util", "--init-token", "--free", "--label", LABEL, "--so-pin", "97531", "--pin", PIN);
        return token;
    }

    public Path folder() {
        return folder;
    }

    /** How a program finds the token. */
    public Path configuration() {
        return folder.resolve("softhsm2.conf");
    }

    /** A new key pair with its certificate beside it, as the provider of the token delivers it. */
    public void issue(String label, String keyType, String name) throws IOException {
        pkcs11(List.of(
                "--login", "--pin", PIN, "--keypairgen", "--key-type", keyType, "--id", id(label), "--label", label));
        pkcs11(List.of("--read-object", "--type", "pubkey", "--label", label, "-o", label + ".spki"));
        certify(label, name);
        pkcs11(List.of(
                "--login",
                "--pin",
                PIN,
                "--write-object",
                label + ".der",
                "--type",
                "cert",
                "--id",
                id(label),
                "--label",
                label));
    }

    /** A certificate for a key of that algorithm that OpenSSL makes: for what is refused before anything is signed with it. */
    public void issueElsewhere(String label, String algorithm, String name) throws IOException {
        run("openssl", "genpkey", "-algorithm", algorithm, "-out", label + ".key");
        run("openssl", "pkey", "-in", label + ".key", "-pubout", "-outform", "DER", "-out", label + ".spki");
        certify(label, name);
    }

    /** The certificate and those of its issuers, DER in Base64, as a JSON array. */
    public String certificates(String label) throws IOException {
        List<String> all = new ArrayList<>(List.of(base64(Files.readAllBytes(folder.resolve(label + ".der")))));
        String chain = Files.readString(state.resolve("pki/ca/issuing-ca.pem"));
        all.addAll(Stream.of(chain.split("-----BEGIN CERTIFICATE-----"))
                .filter(part -> part.contains("-----END"))
                .map(part -> part.substring(0, part.indexOf("-----END")).replaceAll("\\s", ""))
                .toList());
        return all.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    /** What the token makes of a digest: ECDSA as DER. */
    public byte[] signEcdsa(String label, byte[] digest) throws IOException {
        return sign(label, digest, "ECDSA", "--signature-format", "openssl");
    }

    /** What the token makes of a DigestInfo. */
    public byte[] signRsa(String label, byte[] digestInfo) throws IOException {
        return sign(label, digestInfo, "RSA-PKCS");
    }

    private byte[] sign(String label, byte[] octets, String mechanism, String... more) throws IOException {
        Path in = Files.write(folder.resolve("in"), octets);
        Path out = folder.resolve("out");
        Files.deleteIfExists(out);
        List<String> arguments = new ArrayList<>(List.of(
                "--login",
                "--pin",
                PIN,
                "--sign",
                "--mechanism",
                mechanism,
                "--id",
                id(label),
                "-i",
                in.toString(),
                "-o",
                out.toString()));
        arguments.addAll(List.of(more));
        pkcs11(arguments);
        return Files.readAllBytes(out);
    }

    /** Valid since yesterday, as a certificate that an official has had for a while: the revocation lists are younger. */
    private void certify(String label, String name) throws IOException {
        Path ca = state.resolve("pki/ca/issuing-ca.pem");
        run(
                "openssl",
                "pkcs8",
                "-topk8",
                "-nocrypt",
                "-outform",
                "DER",
                "-in",
                state.resolve("pki/private/issuing-ca.key").toString(),
                "-passin",
                "file:" + state.resolve("secrets/ca.password"),
                "-out",
                "ca.pkcs8");
        try (InputStream pem = Files.newInputStream(ca)) {
            X509Certificate issuer =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("ca.pkcs8"))));
            Instant now = Clock.systemUTC().instant();
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    new JcaX509CertificateHolder(issuer).getSubject(),
                    new BigInteger(63, new SecureRandom()),
                    Date.from(now.minus(Duration.ofDays(1))),
                    Date.from(now.plus(Duration.ofDays(30))),
                    new X500Name("C=VN,CN=" + name),
                    SubjectPublicKeyInfo.getInstance(Files.readAllBytes(folder.resolve(label + ".spki"))));
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuer));
            GeneralName list = new GeneralName(
                    GeneralName.uniformResourceIdentifier, "http://crl.lienthong.example/issuing-ca.crl");
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(list)), null, null)
            }));
            Files.write(
                    folder.resolve(label + ".der"),
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key))
                            .getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pkcs11(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("pkcs11-tool", "--module", MODULE, "--token-label", LABEL));
        command.addAll(arguments);
        run(command.toArray(String[]::new));
    }

    private void run(String... program) {
        List<String> command = new ArrayList<>(List.of("env", "SOFTHSM2_CONF=" + configuration()));
        command.addAll(List.of(program));
        Commands.succeed(folder, command);
    }

    private static String id(String label) {
        return String.format("%08x", label.hashCode());
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
