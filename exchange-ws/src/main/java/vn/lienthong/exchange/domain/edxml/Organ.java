package vn.lienthong.exchange.domain.edxml;

import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * An agency as a {@code From} or {@code To} element describes it. Absent texts are empty.
 *
 * @param organizationInCharge the agency above it (cơ quan chủ quản)
 */
public record Organ(
        OrganId organId,
        String organizationInCharge,
        String organName,
        String organAdd,
        String email,
        String telephone,
        String fax,
        String website) {
    /** An agency of which only the identifier and the name are known. */
    public static Organ of(OrganId organId, String organName) {
        return new Organ(organId, "", organName, "", "", "", "", "");
    }
}
