package vn.lienthong.signer.token.softkey;

import java.security.PublicKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningTokenContract;

/** The contract's two keys, made once. */
final class ContractKeys {
    static final SoftKeyRing RING = new SoftKeyRing();

    private static final PublicKey RSA = RING.addRsa(SigningTokenContract.RSA, 2048);
    private static final PublicKey EC = RING.addEc(SigningTokenContract.EC, "secp256r1");

    private ContractKeys() {}

    static PublicKey publicKey(KeyAlias alias) {
        return alias.equals(SigningTokenContract.RSA) ? RSA : EC;
    }
}
