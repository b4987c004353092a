package vn.lienthong.exchange.application.readiness;

/** Something with which the server works, and that an operator should change. */
public enum Concern {
    /** The server's database role owns the tables, so it could take away what keeps the audit log append-only. */
    ONE_DATABASE_ROLE
}
