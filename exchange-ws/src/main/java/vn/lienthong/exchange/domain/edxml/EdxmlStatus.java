package vn.lienthong.exchange.domain.edxml;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A status message ({@code messagetype} status): what became of an earlier document.
 *
 * @param responseFor the document that is answered; its {@code organId} is the agency that must receive this status
 * @param description the reason or remark; empty when absent
 * @param timestamp whole seconds
 */
public record EdxmlStatus(
        Organ from,
        ResponseFor responseFor,
        @Nullable StaffInfo staffInfo,
        StatusCode statusCode,
        String description,
        Instant timestamp)
        implements EdxmlMessage {}
