package vn.lienthong.exchange.domain.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.edxml.Attachment;

/**
 * Who did what to which dispatch. Never a payload or a secret.
 *
 * @param agency for which agency, or null where it was for none
 * @param actor the caller's name
 * @param envelope to whom the dispatch went with what inside; only in {@link Deed#DISPATCH_ACCEPTED}
 * @param details short texts; the keys are lower-case words
 */
public record AuditNote(
        Deed deed,
        Instant at,
        @Nullable OrganId agency,
        String actor,
        @Nullable Dispatch dispatch,
        @Nullable Envelope envelope,
        SortedMap<String, String> details) {
    public AuditNote {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** Recipients and enclosed files of a dispatch. */
    public record Envelope(List<OrganId> to, List<Attachment> attachments) {
        public Envelope {
            to = List.copyOf(to);
            attachments = List.copyOf(attachments);
        }
    }
}
