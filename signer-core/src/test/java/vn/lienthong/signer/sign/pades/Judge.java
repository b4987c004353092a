package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.simplereport.SimpleReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.testpki.DssJudge;
import vn.lienthong.signer.testpki.TestPki;

/** What DSS says of a PDF. */
final class Judge {
    private Judge() {}

    static SimpleReport report(Path file, TestPki pki) {
        return DssJudge.report(file, Optional.empty(), pki);
    }

    /** What keeps signatures of the file from being TOTAL-PASSED at level T; empty if nothing does. */
    static List<String> failures(Path file, TestPki pki) {
        return DssJudge.failures(file, Optional.empty(), pki, "PAdES-BASELINE-T");
    }
}
