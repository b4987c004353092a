package vn.lienthong.exchange.application.remote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignatureAuthorization;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** Puts an official's will on the record, with its audit entry, in the transaction that checked the factors. */
final class WillOnRecord {
    /** Of an entry, in characters: the words of four documents in full length. */
    private static final int MOST_WORDS = 8_000;

    private WillOnRecord() {}

    static void put(
            Ledger ledger,
            UUID id,
            Grant grant,
            Credential credential,
            SignatureWish wish,
            Instant now,
            Instant expiresAt) {
        SignatureAuthorization authorization = new SignatureAuthorization(
                id,
                grant.id(),
                credential.official().name(),
                credential.key().alias().value(),
                wish.hashAlgorithm().oid(),
                wish.kind().orElse(null),
                wish.signatures(),
                expiresAt);
        ledger.authorizations().put(authorization, wish.hashes(), wish.words());
        note(ledger, authorization, grant.client(), wish, now, new TreeMap<>());
    }

    /** The entry for hashes that an application brought under an authorisation later, without the official. */
    static void more(
            Ledger ledger, SignatureAuthorization authorization, String application, SignatureWish more, Instant now) {
        note(ledger, authorization, application, more, now, new TreeMap<>(Map.of("extended", "true")));
    }

    private static void note(
            Ledger ledger,
            SignatureAuthorization authorization,
            String application,
            SignatureWish wish,
            Instant now,
            TreeMap<String, String> details) {
        details.put("application", application);
        details.put("authorization", authorization.id().toString());
        details.put("count", Integer.toString(wish.hashes().size()));
        details.put("hashes", together(wish.hashes()));
        details.put("key", authorization.keyAlias());
        details.put("signatures", Integer.toString(authorization.signatures()));
        DocumentKind kind = authorization.kind();
        if (kind != null) {
            details.put("kind", kind.abbreviation());
        }
        putWords(details, wish.words());
        ledger.audit()
                .append(new AuditNote(
                        Deed.SIGNATURES_AUTHORIZED, now, null, authorization.account(), null, null, details));
    }

    /** SHA-256 over all hashes in their order: names them in one short text. */
    static String together(Iterable<DocumentHash> hashes) {
        var sha256 = DigestAlgorithm.SHA256.newMessageDigest();
        hashes.forEach(hash -> sha256.update(hash.octets()));
        return Bytes.of(sha256.digest()).hex();
    }

    /** What signatures say, if any says anything: as much as has room, and a name of all of it in its order. */
    static void putWords(Map<String, String> details, List<SignedWords> words) {
        if (words.stream().allMatch(SignedWords::isNone)) {
            return;
        }
        String texts = words.stream()
                .filter(each -> !each.isNone())
                .map(SignedWords::inOneLine)
                .distinct()
                .collect(Collectors.joining(" | "));
        int room = Math.min(MOST_WORDS, texts.codePointCount(0, texts.length()));
        details.put("words", texts.substring(0, texts.offsetByCodePoints(0, room)));
        var sha256 = DigestAlgorithm.SHA256.newMessageDigest();
        words.forEach(each -> sha256.update(each.digest().toArray()));
        details.put("wording", Bytes.of(sha256.digest()).hex());
    }
}
