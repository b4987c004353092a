package vn.lienthong.signer.evidence.verify;

import java.util.List;
import java.util.Set;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.strict.CmsFault;
import vn.lienthong.signer.strict.PlainCms;
import vn.lienthong.signer.strict.PlainCms.Inside;
import vn.lienthong.signer.strict.StrictCms;

/** The form of the CMS in evidence. Whether its certificates can be trusted is asked with their path. */
final class OneForm {
    private OneForm() {}

    static boolean is(Bytes cms, Inside inside) {
        return PlainCms.is(cms.toArray(), inside)
                && Set.of(CmsFault.STRANGE_CERTIFICATE).containsAll(StrictCms.faults(cms.toArray(), List.of()));
    }
}
