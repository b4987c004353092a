package vn.lienthong.exchange.application.signing;

import java.util.Optional;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;

/** The keys that documents may be signed with; the server's own (for timestamps, for its log) are not among them. */
public interface SigningKeys {

    Optional<CertifiedKey> find(KeyAlias alias);
}
