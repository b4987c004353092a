package vn.lienthong.hsm.token;

import java.security.PublicKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.TokenFault;

/** The key pairs in the token, as a ceremony sees them. Used by one thread. */
public interface TokenKeys {
    /** The public half of the key pair of that alias, which existed or is new in the token and cannot leave it. */
    PublicKey ensure(KeyAlias alias, KeyForm form) throws TokenFault;
}
