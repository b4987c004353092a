package vn.lienthong.signer.policy;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.policy.jaxb.Algo;
import eu.europa.esig.dss.policy.jaxb.AlgoExpirationDate;
import eu.europa.esig.dss.policy.jaxb.CryptographicConstraint;
import eu.europa.esig.dss.policy.jaxb.ListAlgo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms of signatures, certificates, timestamps and revocation data. What is not named is refused, at any date:
 * SHA-1 and MD5 too.
 *
 * <p>Source: Circular 15/2025/TT-BKHCN, Annex I.
 */
final class AcceptedAlgorithms {
    private static final List<String> DIGESTS =
            List.of("SHA256", "SHA384", "SHA512", "SHA3-256", "SHA3-384", "SHA3-512");

    /** Smallest key, in bits. */
    private static final Map<String, Integer> KEYS = Map.of("RSA", 2048, "RSASSA-PSS", 2048, "ECDSA", 256);

    private AcceptedAlgorithms() {}

    static void replace(CryptographicConstraint constraint) {
        constraint.setLevel(Level.FAIL);
        ListAlgo digests = new ListAlgo();
        ListAlgo keys = new ListAlgo();
        ListAlgo sizes = new ListAlgo();
        AlgoExpirationDate dates = new AlgoExpirationDate();
        dates.setLevel(Level.FAIL);
        dates.setFormat("yyyy-MM-dd");
        DIGESTS.forEach(name -> {
            digests.getAlgos().add(algo(name, null));
            dates.getAlgos().add(algo(name, null));
        });
        KEYS.forEach((name, size) -> {
            keys.getAlgos().add(algo(name, null));
            sizes.getAlgos().add(algo(name, size));
            dates.getAlgos().add(algo(name, size));
        });
        constraint.setAcceptableDigestAlgo(digests);
        constraint.setAcceptableEncryptionAlgo(keys);
        constraint.setMiniPublicKeySize(sizes);
        constraint.setAlgoExpirationDate(dates);
    }

    private static Algo algo(String name, @Nullable Integer size) {
        Algo algo = new Algo();
        algo.setValue(name);
        if (size != null) {
            algo.setSize(size);
        }
        return algo;
    }
}
