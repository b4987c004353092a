package vn.lienthong.hsm.ceremony;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.hsm.files.Exposure;
import vn.lienthong.hsm.files.Secrets;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.pki.Authority;
import vn.lienthong.hsm.pki.CertificateIssuer;
import vn.lienthong.hsm.pki.CertificateProfile;
import vn.lienthong.hsm.pki.CertificateRequest;
import vn.lienthong.hsm.pki.Pem;
import vn.lienthong.hsm.pki.SoftwareKeys;

/** The ceremony's authorities: certificates in {@code pki/ca}, encrypted keys in {@code pki/private}. */
final class Authorities {
    private final StateFiles files;
    private final Secrets secrets;
    private final SecureRandom random;
    private final CertificateIssuer issuer;
    private final Certification certification;
    private final Changes changes;
    private final Map<String, Authority> known = new HashMap<>();

    Authorities(
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

    /** The authority of that plan exists, on disk and for {@link #named}. */
    Authority ensure(PlannedAuthority plan) {
        files.privateFolder("pki/private");
        String keyFile = "pki/private/" + plan.name() + ".key";
        String chainFile = "pki/ca/" + plan.name() + ".pem";
        Authority above = plan.issuer() == null ? null : named(plan.issuer());
        Authority found = existing(plan, keyFile, chainFile, above);
        Authority authority = found != null ? found : made(plan, keyFile, chainFile, above);
        known.put(plan.name(), authority);
        return authority;
    }

    Authority named(String name) {
        Authority authority = known.get(name);
        if (authority == null) {
            throw new IllegalArgumentException("the plan names the authority " + name + " before it makes it");
        }
        return authority;
    }

    private @Nullable Authority existing(
            PlannedAuthority plan, String keyFile, String chainFile, @Nullable Authority above) {
        List<X509Certificate> chain = certification.read(chainFile);
        if (chain.isEmpty() || !files.exists(keyFile)) {
            return null;
        }
        CertificateRequest request = request(plan, chain.getFirst().getPublicKey());
        if (!(above == null ? certification.speaksFor(chain, request) : certification.fits(chain, request, above))) {
            return null;
        }
        changes.kept(chainFile);
        try {
            return new Authority(
                    plan.name(), Pem.decryptedKey(files.read(keyFile), secrets.named("ca.password")), chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key " + files.at(keyFile) + " does not open with secrets/ca.password", e);
        }
    }

    private Authority made(PlannedAuthority plan, String keyFile, String chainFile, @Nullable Authority above) {
        KeyPair pair = new SoftwareKeys(random).ecP256();
        CertificateRequest request = request(plan, pair.getPublic());
        List<X509Certificate> chain = new ArrayList<>();
        if (above == null) {
            chain.add(issuer.selfSigned(request, pair.getPrivate()));
        } else {
            chain.add(issuer.issue(request, above));
            chain.addAll(above.issuers());
        }
        files.write(
                keyFile,
                Pem.encryptedKey(pair.getPrivate(), secrets.named("ca.password"), random),
                Exposure.OWNER_ONLY);
        files.write(chainFile, Pem.certificates(chain), Exposure.EVERYBODY);
        changes.made(chainFile);
        return new Authority(plan.name(), pair.getPrivate(), chain);
    }

    private static CertificateRequest request(PlannedAuthority plan, PublicKey key) {
        return CertificateRequest.of(
                plan.issuer() == null ? CertificateProfile.ROOT_AUTHORITY : CertificateProfile.AUTHORITY,
                plan.subject(),
                key);
    }
}
