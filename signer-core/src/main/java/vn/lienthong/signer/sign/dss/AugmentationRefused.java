package vn.lienthong.signer.sign.dss;

import eu.europa.esig.dss.alert.StatusAlert;
import eu.europa.esig.dss.model.DSSException;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;

/** DSS found a reason not to raise a signature; carries it through DSS to whom asked. */
public final class AugmentationRefused extends DSSException {
    private static final long serialVersionUID = 1L;

    private final SignRefusal reason;

    private AugmentationRefused(SignRefusal reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** What DSS is to do when it finds this. */
    static StatusAlert alert(SignRefusal reason) {
        return status -> {
            if (!status.isEmpty()) {
                throw new AugmentationRefused(reason, status.getErrorString());
            }
        };
    }

    public Refused refused() {
        return new Refused(reason, String.valueOf(getMessage()));
    }
}
