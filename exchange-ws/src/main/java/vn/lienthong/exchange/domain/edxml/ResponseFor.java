package vn.lienthong.exchange.domain.edxml;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * The earlier document that a message answers. At least one of code and document id is not empty.
 *
 * @param organId the agency that issued it
 * @param code number and notation in one, such as {@code 7816/VPCP-TTĐT}; empty when absent
 * @param documentId as written; empty when absent
 */
public record ResponseFor(
        OrganId organId,
        String code,
        String documentId,
        @Nullable LocalDate promulgationDate) {}
