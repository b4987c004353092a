package vn.lienthong.hsm.ceremony;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.hsm.files.Exposure;
import vn.lienthong.hsm.files.Secrets;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.pki.Authority;
import vn.lienthong.hsm.pki.CertificateIssuer;
import vn.lienthong.hsm.pki.CertificateRequest;
import vn.lienthong.hsm.pki.KeyStoreFile;
import vn.lienthong.hsm.pki.Pem;
import vn.lienthong.hsm.pki.SoftwareKeys;

/**
 * Key stores of machines: {@code NAME.p12}, the same as {@code NAME.key} and {@code NAME.pem} for tools that want PEM,
 * and the password in {@code secrets/NAME.password}.
 */
final class MachineKeys {
    private final StateFiles files;
    private final Secrets secrets;
    private final SecureRandom random;
    private final CertificateIssuer issuer;
    private final Certification certification;
    private final Changes changes;

    MachineKeys(
            StateFiles files,
            Secrets secrets,
            SecureRandom random,
            CertificateIssuer issuer,
            Certification certification,
            Changes changes) {
        this.files = files;
        this.secrets = secrets;
        this.random = random;
        this.issuer = issuer;
        this.certification = certification;
        this.changes = changes;
    }

    /** The machine of that name has its key store in that folder, certified by the authority, or by itself if there is none. */
    void ensure(
            String folder,
            String name,
            Function<PublicKey, CertificateRequest> request,
            @Nullable Authority authority) {
        String base = folder + "/" + name;
        char[] password = secrets.named(name + ".password");
        if (isInOrder(base, name, password, request, authority)) {
            changes.kept(base + ".p12");
            return;
        }
        KeyPair pair = new SoftwareKeys(random).rsa2048();
        CertificateRequest asked = request.apply(pair.getPublic());
        List<X509Certificate> chain = authority == null
                ? List.of(issuer.selfSigned(asked, pair.getPrivate()))
                : Stream.concat(Stream.of(issuer.issue(asked, authority)), authority.issuers().stream())
                        .toList();
        files.write(base + ".key", Pem.encryptedKey(pair.getPrivate(), password, random), Exposure.OWNER_ONLY);
        files.write(base + ".pem", Pem.certificates(chain), Exposure.EVERYBODY);
        files.write(
                base + ".p12", new KeyStoreFile(name, pair.getPrivate(), chain).encoded(password), Exposure.OWNER_ONLY);
        changes.made(base + ".p12");
    }

    private boolean isInOrder(
            String base,
            String name,
            char[] password,
            Function<PublicKey, CertificateRequest> request,
            @Nullable Authority authority) {
        if (!files.exists(base + ".p12") || !files.exists(base + ".key")) {
            return false;
        }
        try {
            List<X509Certificate> chain = KeyStoreFile.decoded(name, files.read(base + ".p12"), password)
                    .chain();
            CertificateRequest asked = request.apply(chain.getFirst().getPublicKey());
            return chain.equals(certification.read(base + ".pem"))
                    && (authority == null
                            ? certification.speaksFor(chain, asked)
                            : certification.fits(chain, asked, authority));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
