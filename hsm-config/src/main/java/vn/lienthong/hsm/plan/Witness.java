package vn.lienthong.hsm.plan;

/** A person who is there and answers for what is done. */
public record Witness(String name, String role) {}
