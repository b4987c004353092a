package vn.lienthong.signer.evidence.watch;

import java.util.List;
import vn.lienthong.signer.text.Text;

/**
 * One thing that a watcher found.
 *
 * @param proof the sealed heads that show it to others: what was seen before and what is shown now
 */
public record Finding(WatchCode code, Text detail, List<ShownHead> proof) {
    public Finding {
        proof = List.copyOf(proof);
    }

    static Finding of(WatchCode code, String vi, String en, ShownHead... proof) {
        return new Finding(code, new Text(vi, en), List.of(proof));
    }
}
