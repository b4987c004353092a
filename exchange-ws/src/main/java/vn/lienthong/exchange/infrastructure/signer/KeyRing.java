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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/** The certified keys of the token, as {@code keys.json} and the chains beside it say. Immutable. */
public final class KeyRing {
    private final Map<KeyAlias, CertifiedKey> keys;

    private KeyRing(Map<KeyAlias, CertifiedKey> keys) {
        this.keys = keys;
    }

    /**
     * The keys of the file; chain files are relative to {@code stateFolder}.
     *
     * @throws IOException if a file cannot be read or says something else than it should
     */
    public static KeyRing read(Path keysFile, Path stateFolder) throws IOException {
        Map<KeyAlias, CertifiedKey> keys = new LinkedHashMap<>();
        JsonNode root = JsonMapper.builder().build().readTree(keysFile.toFile());
        for (JsonNode entry : root.required("keys")) {
            KeyAlias alias = new KeyAlias(entry.required("alias").textValue());
            SignatureScheme scheme =
                    SignatureScheme.valueOf(entry.required("scheme").textValue());
            Path chain = stateFolder.resolve(entry.required("chain").textValue());
            keys.put(alias, new CertifiedKey(alias, scheme, certificates(chain)));
        }
        return new KeyRing(keys);
    }

    public Optional<CertifiedKey> find(KeyAlias alias) {
        return Optional.ofNullable(keys.get(alias));
    }

    /** @throws IllegalArgumentException if there is no such key */
    public CertifiedKey get(String alias) {
        return find(new KeyAlias(alias))
                .orElseThrow(() -> new IllegalArgumentException("the keys file has no key " + alias));
    }

    public Collection<CertifiedKey> all() {
        return List.copyOf(keys.values());
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
