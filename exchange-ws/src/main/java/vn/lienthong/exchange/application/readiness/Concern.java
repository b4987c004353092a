package vn.lienthong.exchange.application.readiness;

/** Something with which the server works, and that an operator should change. */
public enum Concern {
    /** The server's database role owns the tables, so it could take away what keeps the audit log append-only. */
    ONE_DATABASE_ROLE,
    /** Timestamps are issued by a clock that is compared with no other: nobody notices when it goes wrong. */
    CLOCK_NOT_WATCHED,
    /** Signed files in the server's care wait for an operator: worker after worker was lost over them. */
    SIGNATURES_SET_ASIDE
}
