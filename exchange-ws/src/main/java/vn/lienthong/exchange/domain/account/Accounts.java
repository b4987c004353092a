package vn.lienthong.exchange.domain.account;

import java.util.Optional;
import java.util.Set;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** Systems and people, and what they prove themselves by; bound to the transaction that it was taken from. */
public interface Accounts {

    /** The system, its secret included; empty if there is none, or none with a secret. */
    Optional<VxpPeer> vxpPeer(SystemId system);

    /** The system or person whose bearer token has this digest. */
    Optional<Caller> byToken(Sha256Digest token);

    /** The system whose certificate (DER) has this digest. */
    Optional<Caller> byCertificate(Sha256Digest certificate);

    /** The person of that account name. */
    Optional<Caller> person(String account);

    /** The system or person of that name. */
    Optional<Caller> named(String name);

    /** The aliases of the keys that it may sign with; empty for an unknown name. */
    Set<String> keysOf(String name);

    /** The system is as given. True if it was not before. */
    boolean put(ConnectedSystem system);

    /** The person is as given. True if it was not before. */
    boolean put(Person person);

    /** The system or person may sign with that key. True if it might not before. */
    boolean grantKey(String name, String keyAlias);
}
