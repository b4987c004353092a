package vn.lienthong.signer.timestamp;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.cms.CmsSigner;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;

/**
 * Issues timestamps under one or several policies. Thread-safe; keeps no state but the newest time that it gave out.
 *
 * <p>Give it RSA PKCS#1 or ECDSA keys: {@code openssl ts} 3.0 cannot verify a timestamp that is signed with PSS.
 *
 * <p>Source: RFC 3161, RFC 5816.
 */
public final class TimestampAuthority {
    private final Map<String, TimestampUnit> units = new LinkedHashMap<>();
    private final TimestampUnit first;
    private final SerialNumberSource serialNumbers;
    private final TrustedTime time;
    private final GenTimes genTimes;

    /**
     * An authority that issues at once.
     *
     * @param policies each with an identifier of its own; the first one is for requests that name none
     */
    public TimestampAuthority(
            List<PolicyKeys> policies,
            SigningToken token,
            SerialNumberSource serialNumbers,
            TrustedTime time,
            GenTimeReserve reserve) {
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("an authority has at least one policy");
        }
        CmsSigner signer = new CmsSigner(token);
        for (PolicyKeys each : policies) {
            if (units.put(each.policy().oid(), new TimestampUnit(each, signer)) != null) {
                throw new IllegalArgumentException("the policy " + each.policy().oid() + " is there twice");
            }
        }
        this.first = units.values().iterator().next();
        this.serialNumbers = serialNumbers;
        this.time = time;
        this.genTimes = new GenTimes(reserve);
    }

    /**
     * An authority with one policy and one key, which believes its clock.
     *
     * @throws IllegalArgumentException if the certificate is not one for time-stamping alone (RFC 3161 §2.3)
     */
    public TimestampAuthority(
            TimestampPolicy policy,
            CertifiedKey key,
            SigningToken token,
            SerialNumberSource serialNumbers,
            Clock clock) {
        this(
                List.of(new PolicyKeys(policy, List.of(key))),
                token,
                serialNumbers,
                TrustedTime.of(clock),
                GenTimeReserve.NONE);
    }

    /** The answer holds a well-formed TimeStampResp, whatever {@code request} is. */
    public TimestampAnswer respond(byte[] request) {
        return switch (QueryReader.read(request)) {
            case QueryReader.Reading.Faulty faulty -> rejected(faulty.failInfo(), faulty.detail());
            case QueryReader.Reading.Accepted accepted -> issue(accepted.query());
        };
    }

    /**
     * The answer to a request that came in another form than RFC 3161's; as {@link #respond(byte[])}.
     *
     * @param policy the only one that is acceptable; empty for the authority's first one
     */
    public TimestampAnswer respond(
            Digest messageImprint, Optional<String> policy, Optional<BigInteger> nonce, boolean certReq) {
        return issue(new TimestampQuery(messageImprint, policy, nonce, certReq));
    }

    TimestampAnswer issue(TimestampQuery query) {
        Optional<TimestampUnit> unit =
                query.policy().isEmpty() ? Optional.of(first) : query.policy().map(units::get);
        return unit.map(u -> issue(query, u))
                .orElseGet(() -> rejected(
                        PkiFailure.UNACCEPTED_POLICY, "the policies are " + String.join(", ", units.keySet())));
    }

    private TimestampAnswer issue(TimestampQuery query, TimestampUnit unit) {
        if (!unit.policy().hashes().contains(query.messageImprint().algorithm())) {
            return rejected(PkiFailure.BAD_ALG, "the policy does not stamp imprints of this hash");
        }
        return switch (time.now()) {
            case TrustedTime.Reading.NotAvailable none -> rejected(PkiFailure.TIME_NOT_AVAILABLE, none.detail());
            case TrustedTime.Reading.Known known -> issue(query, unit, known.time());
        };
    }

    private TimestampAnswer issue(TimestampQuery query, TimestampUnit unit, Instant now) {
        if (!unit.hasKeyAt(now)) {
            return rejected(PkiFailure.TIME_NOT_AVAILABLE, "no key of this policy has a certificate for this time");
        }
        return genTimes.next(now, unit.policy())
                .map(genTime -> unit.issue(query, genTime, serialNumbers.next()))
                .orElseGet(() -> rejected(PkiFailure.TIME_NOT_AVAILABLE, "the clock is not to be trusted now"));
    }

    private static TimestampAnswer rejected(PkiFailure failInfo, String detail) {
        return TimestampResponses.rejected(failInfo, detail);
    }
}
