package vn.lienthong.exchange.application.event;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.event.Event;

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

    /** What an event is about: identifiers, and where more of it is found. No content of a document. */
    public record About(
            String agency,
            @Nullable String dispatchId,
            @Nullable String deliveryId,
            @Nullable String recipient,
            @Nullable String status,
            @Nullable String changeId,
            @Nullable String link) {}

    /**
     * The event of the server whose log has that name.
     *
     * @param address of the server, where it is known; links are relative to it otherwise
     */
    public static CloudEvent of(Event event, String logId, @Nullable URI address) {
        DispatchId dispatch = event.what().dispatch();
        String subject = dispatch == null ? null : dispatch.toString();
        return new CloudEvent(
                VERSION,
                event.id().toString(),
                source(logId),
                event.what().kind().type(),
                subject,
                event.what().at(),
                JSON,
                about(event, subject, address == null ? "" : address.toString()));
    }

    /** Of which server an event is. */
    public static String source(String logId) {
        return "urn:lienthong:log:" + logId;
    }

    private static About about(Event event, @Nullable String dispatch, String address) {
        OrganId party = event.what().party();
        StatusCode status = event.what().status();
        UUID related = event.what().related();
        return new About(
                event.what().agency().value(),
                dispatch,
                event.what().delivery() == null ? null : event.what().delivery().toString(),
                party == null ? null : party.value(),
                status == null ? null : status.code(),
                related == null ? null : related.toString(),
                dispatch == null ? null : address + "/api/v1/dispatches/" + dispatch);
    }
}
