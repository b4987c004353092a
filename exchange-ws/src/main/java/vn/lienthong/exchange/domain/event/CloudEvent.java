package vn.lienthong.exchange.domain.event;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/**
 * An event as it is told, the same in the feed and to a webhook. Its components are named as the attributes are.
 *
 * <p>Source: CloudEvents 1.0.2, sections 2.1 and 3.1 (JSON format).
 *
 * @param source of which server: source and id together are unique among all
 * @param subject the message that it is about
 */
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        String datacontenttype,
        About data) {
    private static final String VERSION = "1.0";
    private static final String JSON = "application/json";
    private static final String VALIDATION = "vn.lienthong.webhook.validation";

    /**
     * What an event is about: identifiers, and where more of it is found. No content of a document.
     *
     * @param challenge what an address answers that wants to be told
     */
    public record About(
            String agency,
            @Nullable String dispatchId,
            @Nullable String deliveryId,
            @Nullable String recipient,
            @Nullable String status,
            @Nullable String changeId,
            @Nullable String webhookId,
            @Nullable String challenge,
            @Nullable String link) {}

    /**
     * Of which server events are.
     *
     * @param logId the name of its log, unique among all servers
     * @param address under which others know it, where it is configured; links are relative to it otherwise
     */
    public record Source(String logId, @Nullable URI address) {

        public CloudEvent told(Event event) {
            NewEvent what = event.what();
            DispatchId dispatch = what.dispatch();
            String subject = dispatch == null ? null : dispatch.toString();
            return new CloudEvent(
                    VERSION, event.id().toString(), urn(), what.kind().type(), subject, what.at(), JSON, about(what));
        }

        /** The question whether an address wants to be told of that agency's events. */
        public CloudEvent validation(UUID id, UUID webhook, OrganId agency, String challenge, Instant now) {
            About about = new About(agency.value(), null, null, null, null, null, webhook.toString(), challenge, null);
            return new CloudEvent(VERSION, id.toString(), urn(), VALIDATION, null, now, JSON, about);
        }

        private String urn() {
            return "urn:lienthong:log:" + logId;
        }

        private About about(NewEvent what) {
            DispatchId dispatch = what.dispatch();
            DeliveryId delivery = what.delivery();
            OrganId party = what.party();
            StatusCode status = what.status();
            UUID related = what.related();
            boolean ofWebhook = what.kind() == EventKind.WEBHOOK_DISABLED;
            String by = related == null ? null : related.toString();
            String path = ofWebhook ? "/api/v1/webhooks/" + by : "/api/v1/dispatches/" + dispatch;
            return new About(
                    what.agency().value(),
                    dispatch == null ? null : dispatch.toString(),
                    delivery == null ? null : delivery.toString(),
                    party == null ? null : party.value(),
                    status == null ? null : status.code(),
                    ofWebhook ? null : by,
                    ofWebhook ? by : null,
                    null,
                    address == null ? path : address + path);
        }
    }
}
