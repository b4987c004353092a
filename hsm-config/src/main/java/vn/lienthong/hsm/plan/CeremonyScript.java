package vn.lienthong.hsm.plan;

import java.util.List;
import vn.lienthong.hsm.plan.Step.DestroyKeyPair;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * One ceremony: what is done to which token, before whom, and where it is recorded.
 *
 * @param name of the ceremony, as its record names it
 * @param sha256 of the file's octets: the record says which file was followed
 */
public record CeremonyScript(
        String name,
        String purpose,
        List<Witness> witnesses,
        TokenSpec token,
        List<Step> steps,
        ProtocolSpec protocol,
        Bytes sha256) {
    /** Four eyes. */
    private static final int FEWEST_WITNESSES = 2;

    public CeremonyScript {
        witnesses = List.copyOf(witnesses);
        steps = List.copyOf(steps);
        if (witnesses.stream().map(Witness::name).distinct().count() < FEWEST_WITNESSES) {
            throw new ScriptException("a ceremony has at least two witnesses of different names");
        }
        Steps.requireSensible(steps);
        ProtocolSpec record = protocol;
        if (steps.stream()
                .anyMatch(s -> s instanceof DestroyKeyPair d && d.alias().equals(record.signedBy()))) {
            throw new ScriptException("the key " + record.signedBy() + " signs the record, and is destroyed before");
        }
    }
}
