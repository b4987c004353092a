package vn.lienthong.signer.token.softkey;

import java.security.PublicKey;
import java.time.Clock;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.SigningTokenContract;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;

class SoftKeyPoolTest implements SigningTokenContract {
    @Override
    public SigningToken token() {
        SoftKeyDriver driver = new SoftKeyDriver("soft", "1234", ContractKeys.RING, new FaultInjection());
        return TokenPool.open(driver, new Pin("1234".toCharArray()), TokenPoolConfig.DEFAULT, Clock.systemUTC());
    }

    @Override
    public PublicKey publicKey(KeyAlias alias) {
        return ContractKeys.publicKey(alias);
    }
}
