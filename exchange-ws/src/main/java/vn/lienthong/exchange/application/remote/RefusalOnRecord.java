package vn.lienthong.exchange.application.remote;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignatureAuthorization;

/** Puts on the record that hashes were not signed, or that their signatures were not handed out. */
final class RefusalOnRecord {
    private RefusalOnRecord() {}

    /**
     * Nothing was reserved.
     *
     * @return false where the SAD is nobody's: there is nobody to write it down for, and strangers do not fill the log
     */
    static boolean put(Ledger ledger, Reservations.Claim claim, Failure refusal, Instant now) {
        Optional<SignatureAuthorization> authorization =
                ledger.authorizations().bySad(claim.sad().digest());
        authorization.ifPresent(
                known -> append(ledger, known, details(known, claim.client(), claim.hashes(), refusal.code()), now));
        return authorization.isPresent();
    }

    /** @param used whether the key may have signed some of them, so that they are not authorised any more */
    static void put(Ledger ledger, Reservations.Reserved reserved, Throwable why, boolean used, Instant now) {
        FailureCode code =
                why instanceof FailureException failure ? failure.failure().code() : FailureCode.INTERNAL;
        Map<String, String> details = details(reserved.authorization(), null, reserved.hashes(), code);
        details.put("left", used ? "used" : "authorized");
        append(ledger, reserved.authorization(), details, now);
    }

    private static Map<String, String> details(
            SignatureAuthorization authorization,
            @Nullable String application,
            Iterable<DocumentHash> hashes,
            FailureCode code) {
        Map<String, String> details = new TreeMap<>();
        if (application != null) {
            details.put("application", application);
        }
        details.put("authorization", authorization.id().toString());
        details.put("hashes", WillOnRecord.together(hashes));
        details.put("key", authorization.keyAlias());
        details.put("reason", code.code());
        details.put("use", SignatureUse.REMOTE.name());
        return details;
    }

    private static void append(
            Ledger ledger, SignatureAuthorization authorization, Map<String, String> details, Instant now) {
        ledger.audit()
                .append(new AuditNote(
                        Deed.SIGNING_REFUSED, now, null, authorization.account(), null, null, new TreeMap<>(details)));
    }
}
