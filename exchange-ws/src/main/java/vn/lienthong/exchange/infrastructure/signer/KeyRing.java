package vn.lienthong.exchange.infrastructure.signer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.application.signing.SigningKeys;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/** The certified keys of the token, as {@code keys.json} and the chains beside it say. Immutable. */
public final class KeyRing implements SigningKeys {
    /** What the server signs with on its own behalf: nobody is granted these, whatever the directory says. */
    private static final Set<String> OWN_PURPOSES = Set.of("timestamp", "log-seal", "soap-answers");

    private final Map<KeyAlias, CertifiedKey> keys;
    private final Set<KeyAlias> own;

    private KeyRing(Map<KeyAlias, CertifiedKey> keys, Set<KeyAlias> own) {
        this.keys = keys;
        this.own = own;
    }

    /**
     * The keys of the file; chain files are relative to {@code stateFolder}.
     *
     * @throws IOException if a file cannot be read or says something else than it should
     */
    public static KeyRing read(Path keysFile, Path stateFolder) throws IOException {
        Map<KeyAlias, CertifiedKey> keys = new LinkedHashMap<>();
        Set<KeyAlias> own = new HashSet<>();
        JsonNode root = JsonMapper.builder().build().readTree(keysFile.toFile());
        for (JsonNode entry : root.required("keys")) {
            KeyAlias alias = new KeyAlias(entry.required("alias").textValue());
            SignatureScheme scheme =
                    SignatureScheme.valueOf(entry.required("scheme").textValue());
            Path chain = stateFolder.resolve(entry.required("chain").textValue());
            keys.put(alias, new CertifiedKey(alias, scheme, certificates(chain)));
            if (OWN_PURPOSES.contains(entry.required("purpose").textValue())) {
                own.add(alias);
            }
        }
        return new KeyRing(keys, own);
    }

    @Override
    public Optional<CertifiedKey> find(KeyAlias alias) {
        return own.contains(alias) ? Optional.empty() : Optional.ofNullable(keys.get(alias));
    }

    /**
     * A key of the server's own.
     *
     * @throws IllegalArgumentException if there is no such key, or it is not one of those
     */
    public CertifiedKey own(String alias) {
        CertifiedKey key = keys.get(new KeyAlias(alias));
        if (key == null || !own.contains(key.alias())) {
            throw new IllegalArgumentException("the keys file has no key of the server's own named " + alias);
        }
        return key;
    }

    private static List<X509Certificate> certificates(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IOException("no certificates in " + file, e);
        }
    }
}
