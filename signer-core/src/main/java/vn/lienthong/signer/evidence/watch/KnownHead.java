package vn.lienthong.signer.evidence.watch;

import java.time.Instant;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.verify.Check;
import vn.lienthong.signer.text.Text;

/** A head that the log's key sealed, and when. */
record KnownHead(ShownHead shown, TreeHead head, Instant genTime) {

    static Text why(Check check) {
        return new Text(
                check.code() + " " + check.code().title().vi() + " "
                        + check.detail().vi(),
                check.code() + " " + check.code().title().en() + " "
                        + check.detail().en());
    }
}
