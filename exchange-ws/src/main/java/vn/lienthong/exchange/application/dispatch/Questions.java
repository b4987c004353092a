package vn.lienthong.exchange.application.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.CopyHistory;
import vn.lienthong.exchange.domain.delivery.Question;
import vn.lienthong.exchange.domain.delivery.StatusEntry;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.ledger.Ledger;

/**
 * What a recipient was asked about a document: to give it back, or to agree to its updates and replacements. They all have
 * one DocumentId, so an answer that names no more than that is given its question here.
 */
final class Questions {
    private final Ledger ledger;
    private final OrganId party;
    private final List<Asked> all = new ArrayList<>();

    private Questions(Ledger ledger, OrganId party) {
        this.ledger = ledger;
        this.party = party;
    }

    /**
     * The message that the answer is about: the one that has this very answer since the last question, for then it is
     * repeated; or else what was asked last of what is not answered yet; or else what was asked last.
     */
    static Dispatch answered(Ledger ledger, Dispatch document, OrganId party, StatusCode code, String words) {
        Questions questions = new Questions(ledger, party);
        questions.askedOf(document);
        return questions.answered(code, words).map(Asked::message).orElse(document);
    }

    private void askedOf(Dispatch document) {
        for (Dispatch change : ledger.copies().changesOf(document.id(), Optional.of(party))) {
            if (change.businessType() != BusinessType.RECALL) {
                all.add(new Asked(change, history(change), change.acceptedAt()));
            }
        }
        boolean open = all.stream().anyMatch(Asked::open);
        CopyHistory history = history(document);
        Optional<StatusEntry> recall = history.entries().stream()
                .filter(entry -> entry.status() == StatusCode.RECALLED && !entry.late())
                .reduce((one, later) -> later);
        if (recall.isPresent()) {
            Optional<Instant> seen = ledger.copies().given(recall.get(), document.documentId());
            if (seen.isPresent() || !open) { // nobody agrees to a recall that it has not seen
                all.add(new Asked(document, history, seen.orElse(recall.get().recordedAt())));
            }
        } else if (history.holds().question() != Question.NONE) {
            all.add(new Asked(document, history, document.acceptedAt()));
        }
        all.sort(Comparator.comparing(Asked::at).reversed());
    }

    private Optional<Asked> answered(StatusCode code, String words) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Asked last = all.getFirst();
        return all.stream()
                .filter(asked -> asked.has(code, words, last.at()))
                .findFirst()
                .or(() -> all.stream().filter(Asked::settled).findFirst())
                .or(() -> all.stream().filter(Asked::open).findFirst())
                .or(() -> Optional.of(last));
    }

    private CopyHistory history(Dispatch message) {
        return CopyHistory.of(
                message.businessType(),
                ledger.statuses().history(message.id()).stream()
                        .filter(entry -> entry.party().equals(party))
                        .toList());
    }

    /** A message that asked, and when the recipient was asked by it. */
    private record Asked(Dispatch message, CopyHistory history, Instant at) {
        boolean open() {
            return history.holds().question().open();
        }

        /** A document that was given back leaves nothing else to answer. */
        boolean settled() {
            return history.holds().question() == Question.RECALL_AGREED;
        }

        boolean has(StatusCode code, String words, Instant since) {
            return history.entries().stream()
                    .anyMatch(entry -> entry.status() == code
                            && entry.description().equals(words)
                            && !entry.recordedAt().isBefore(since));
        }
    }
}
