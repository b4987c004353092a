package vn.lienthong.hsm.ceremony;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import vn.lienthong.hsm.pki.SoftwareKeys;
import vn.lienthong.hsm.token.KeyForm;
import vn.lienthong.hsm.token.TokenKeys;
import vn.lienthong.signer.token.KeyAlias;

/** A token without a device: RSA forms get one shared key each, for making them is slow and their size is not judged. */
final class InMemoryTokenKeys implements TokenKeys {
    private final SoftwareKeys software = new SoftwareKeys(new SecureRandom());
    private final Map<KeyAlias, KeyPair> pairs = new HashMap<>();

    @Override
    public PublicKey ensure(KeyAlias alias, KeyForm form) {
        return pairs.computeIfAbsent(alias, a -> software.ecP256()).getPublic();
    }

    void lose(KeyAlias alias) {
        pairs.remove(alias);
    }
}
