package vn.lienthong.bench.signer;

/** The keys that stand for the kinds. */
enum BenchKey {
    RSA_2048("hash-rsa2048", "RSA-2048"),
    RSA_3072("hash-rsa3072", "RSA-3072"),
    P_256("hash-p256", "P-256");

    private final String alias;
    private final String kind;

    BenchKey(String alias, String kind) {
        this.alias = alias;
        this.kind = kind;
    }

    String alias() {
        return alias;
    }

    String kind() {
        return kind;
    }
}
