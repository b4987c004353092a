package vn.lienthong.signer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.List;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.EvidenceReader;
import vn.lienthong.signer.evidence.verify.HeadVerifier;
import vn.lienthong.signer.evidence.watch.Finding;
import vn.lienthong.signer.evidence.watch.HttpLogSource;
import vn.lienthong.signer.evidence.watch.LogWatch;
import vn.lienthong.signer.evidence.watch.Seen;
import vn.lienthong.signer.evidence.watch.WatchReport;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.trust.TrustAnchors;

/** Whether the heads of an evidence file that is valid by itself are in the log that somebody watched. */
final class WatchedHeads {
    private final PrintStream out;

    WatchedHeads(PrintStream out) {
        this.out = out;
    }

    /** The exit status. */
    int check(VerifyArguments asked, TrustAnchors anchors, List<X509CRL> crls) throws IOException {
        Path state = asked.watched().orElseThrow();
        EvidenceFile file = EvidenceReader.read(asked.file());
        // what was remembered is as old as it is: that it stands still accuses nobody here
        LogWatch watch = new LogWatch(new HeadVerifier(anchors, file.log(), crls), Duration.ZERO);
        Seen seen = Seen.read(state);
        WatchReport report;
        try {
            report = watch.contains(
                    seen, HeadFiles.heads(file), new HttpLogSource(asked.url().orElseThrow()));
        } catch (IOException e) {
            say(asked, WatchMessages.CANNOT_ASK.with(String.valueOf(e.getMessage())));
            return Verify.USAGE;
        }
        for (Finding finding : report.findings()) {
            Text title = finding.code().title();
            say(
                    asked,
                    new Text(
                            "[" + finding.code() + "] " + title.vi() + ": "
                                    + finding.detail().vi(),
                            "[" + finding.code() + "] " + title.en() + ": "
                                    + finding.detail().en()));
        }
        if (report.findings().isEmpty()) {
            say(asked, WatchMessages.WATCHED);
        } else if (report.conclusion().accuses()) {
            say(asked, WatchMessages.NOT_WATCHED);
        }
        return report.conclusion().exitStatus();
    }

    private void say(VerifyArguments asked, Text text) {
        out.println(Printable.line(text.in(asked.language())));
    }
}
