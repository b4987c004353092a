package vn.lienthong.bench.server;

/** The server's time-stamping authorities, one for each kind of key; the launcher configures a policy for each. */
public enum Authority {
    P_256("tsa-1", "P-256", "2.25.319437841216407352180127846913225384021"),
    RSA_2048("tsa-2", "RSA-2048", "2.25.319437841216407352180127846913225384022");

    private final String alias;
    private final String kind;
    private final String policy;

    Authority(String alias, String kind, String policy) {
        this.alias = alias;
        this.kind = kind;
        this.policy = policy;
    }

    public String alias() {
        return alias;
    }

    public String kind() {
        return kind;
    }

    /** The only policy whose timestamps are signed with this key. */
    public String policy() {
        return policy;
    }
}
