package vn.lienthong.signer.evidence.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.evidence.AuditEntry;
import vn.lienthong.signer.evidence.EntryType;
import vn.lienthong.signer.evidence.Envelope;
import vn.lienthong.signer.evidence.LogId;

/**
 * What a file that holds proves.
 *
 * @param log the log that says so
 * @param envelope who sent what to whom
 * @param entries in sequence; the first is the acceptance
 */
public record Proven(LogId log, Envelope envelope, List<Event> entries) {
    public Proven {
        entries = List.copyOf(entries);
    }

    /**
     * One entry and the time before which it existed.
     *
     * @param provenBefore genTime of the timestamp over its batch
     */
    public record Event(long sequence, AuditEntry entry, Instant provenBefore) {}

    /**
     * How far one recipient is proven to have got. What is empty is not proven, and not disproven either: a file need not
     * hold every entry of its log.
     */
    public record Recipient(String code, Optional<Event> fetched, Optional<Event> confirmed) {}

    /** Each recipient of the envelope, in its order. */
    public List<Recipient> recipients() {
        return envelope.to().stream()
                .map(code -> new Recipient(
                        code,
                        first(code, EntryType.DELIVERY_FETCHED).or(() -> first(code, EntryType.DELIVERY_PUSHED)),
                        first(code, EntryType.DELIVERY_CONFIRMED)))
                .toList();
    }

    private Optional<Event> first(String recipient, EntryType type) {
        return entries.stream()
                .filter(event -> event.entry().type().equals(type))
                .filter(event -> event.entry().outcome().equals("OK"))
                .filter(event -> recipient.equals(event.entry().details().get("recipient")))
                .findFirst();
    }
}
