package vn.lienthong.exchange.domain.deadline;

import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * How an agency kept its deadlines of one kind.
 *
 * @param open those that are neither kept nor missed yet
 */
public record ReportRow(OrganId agency, DeadlineKind kind, long kept, long late, long open) {}
