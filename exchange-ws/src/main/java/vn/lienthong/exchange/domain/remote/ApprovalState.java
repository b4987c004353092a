package vn.lienthong.exchange.domain.remote;

/** What the official has said to a request for approval. */
public enum ApprovalState {
    PENDING,
    APPROVED,
    REFUSED
}
