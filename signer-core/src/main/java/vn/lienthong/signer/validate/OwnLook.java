package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import java.io.IOException;
import java.util.List;

/** What our own reading of a document finds beside what DSS finds. */
interface OwnLook {
    OwnLook NONE = data -> List.of();

    /** The findings on the document as a whole, given what DSS read of it. */
    List<Finding> findings(DiagnosticData data) throws IOException;
}
