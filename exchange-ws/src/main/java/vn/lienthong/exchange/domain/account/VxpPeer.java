package vn.lienthong.exchange.domain.account;

/** A system that speaks VXP: who it is once the secret has proved it. */
public record VxpPeer(Caller caller, SharedSecret secret) {}
