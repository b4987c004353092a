package vn.lienthong.bench.signer;

import java.util.Optional;
import vn.lienthong.bench.measure.Limit;
import vn.lienthong.bench.measure.Target;

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

    /** What a signature over REST is to reach, one in a request or many. */
    Optional<Target> target(Limit limit, boolean many) {
        return switch (this) {
            case RSA_2048 -> Optional.of(Target.shareOf(limit, many ? 0.95 : 0.85));
            case P_256 -> Optional.of(many ? Target.shareOf(limit, 0.80) : Target.cpuMillis(0.30));
            case RSA_3072 -> Optional.empty();
        };
    }

    String alias() {
        return alias;
    }

    String kind() {
        return kind;
    }
}
