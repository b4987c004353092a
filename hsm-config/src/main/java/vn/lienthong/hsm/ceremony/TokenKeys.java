package vn.lienthong.hsm.ceremony;

import java.security.PublicKey;
import vn.lienthong.hsm.token.KeyForm;
import vn.lienthong.signer.token.KeyAlias;

/** The key pairs in the token, as a ceremony sees them. */
public interface TokenKeys {
    /** The public half of the key pair of that alias, which existed or is new in the token and cannot leave it. */
    PublicKey ensure(KeyAlias alias, KeyForm form);
}
