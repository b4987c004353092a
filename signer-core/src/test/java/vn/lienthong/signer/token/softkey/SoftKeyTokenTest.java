package vn.lienthong.signer.token.softkey;

import java.security.PublicKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.SigningTokenContract;

class SoftKeyTokenTest implements SigningTokenContract {
    @Override
    public SigningToken token() {
        return new SoftKeyToken(ContractKeys.RING);
    }

    @Override
    public PublicKey publicKey(KeyAlias alias) {
        return ContractKeys.publicKey(alias);
    }
}
