package vn.lienthong.signer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.HeadVerifier;
import vn.lienthong.signer.evidence.watch.Finding;
import vn.lienthong.signer.evidence.watch.HttpLogSource;
import vn.lienthong.signer.evidence.watch.LogWatch;
import vn.lienthong.signer.evidence.watch.Seen;
import vn.lienthong.signer.evidence.watch.ShownHead;
import vn.lienthong.signer.evidence.watch.WatchCode;
import vn.lienthong.signer.evidence.watch.WatchReport;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;

/**
 * Watches a log from outside. Exit status: 0 consistent, 2 the command was wrong or the log cannot be asked, 3 not decided,
 * and from 10 on one for each thing that a log can do wrong ({@link WatchCode}).
 */
public final class Watch {
    private final PrintStream out;
    private final Clock clock;

    Watch(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Watch(out, Clock.systemUTC()).run(arguments));
    }

    int run(String... arguments) {
        Optional<WatchArguments> parsed = WatchArguments.parse(arguments);
        if (parsed.isEmpty()) {
            out.println(WatchMessages.USAGE.in(Language.VI));
            out.println(WatchMessages.USAGE.in(Language.EN));
            return Verify.USAGE;
        }
        WatchArguments asked = parsed.get();
        LogWatch watch;
        List<ShownHead> others = new ArrayList<>();
        try {
            List<X509CRL> crls =
                    asked.crl().isPresent() ? CrlFiles.in(asked.crl().get()) : List.of();
            watch = new LogWatch(new HeadVerifier(TrustAnchors.load(asked.trust()), asked.log(), crls), asked.stale());
            for (Path other : asked.others()) {
                others.addAll(HeadFiles.heads(other));
            }
        } catch (NoTrustAnchorsException e) {
            return say(asked, Messages.NO_TRUST.with(String.valueOf(e.getMessage())), Verify.USAGE);
        } catch (IOException e) {
            return say(asked, Messages.CANNOT_READ.with(String.valueOf(e.getMessage())), Verify.USAGE);
        }
        int status = look(asked, watch, others);
        // a log that was found wrong stays wrong: whoever called is told at once
        while (asked.every().isPresent() && status <= WatchCode.STALE.exitStatus()) {
            if (!pause(asked.every().get())) {
                return status;
            }
            status = look(asked, watch, others);
        }
        return status;
    }

    private int look(WatchArguments asked, LogWatch watch, List<ShownHead> others) {
        Optional<Seen> before;
        try {
            before = Files.exists(asked.state()) ? Optional.of(Seen.read(asked.state())) : Optional.empty();
        } catch (IOException e) {
            return say(asked, Messages.CANNOT_READ.with(asked.state() + " " + e.getMessage()), Verify.USAGE);
        }
        WatchReport report;
        try {
            report = watch.look(before, others, new HttpLogSource(asked.url()), clock.instant());
        } catch (IOException e) {
            return say(asked, WatchMessages.CANNOT_ASK.with(String.valueOf(e.getMessage())), Verify.USAGE);
        }
        try {
            print(asked, before, report);
            if (report.seen().isPresent() && !report.seen().equals(before)) {
                report.seen().get().write(asked.state());
            }
        } catch (IOException e) {
            return say(asked, WatchMessages.CANNOT_KEEP.with(String.valueOf(e.getMessage())), Verify.USAGE);
        }
        return report.conclusion().exitStatus();
    }

    private void print(WatchArguments asked, Optional<Seen> before, WatchReport report) throws IOException {
        Language language = asked.language();
        for (Finding finding : report.findings()) {
            line("[" + finding.code() + "] " + finding.code().title().in(language) + ": "
                    + finding.detail().in(language));
            if (finding.code().accuses()) {
                keep(asked, finding);
            }
        }
        if (report.findings().isEmpty()) {
            line("[" + WatchCode.CONSISTENT + "] "
                    + WatchCode.CONSISTENT.title().in(language));
        }
        if (before.isEmpty() && report.seen().isPresent()) {
            out.println(WatchMessages.FIRST_LOOK.in(language));
        }
        report.seen()
                .ifPresent(seen -> line(WatchMessages.SEEN
                        .in(language)
                        .replace("%s", new String(seen.head().sealed().head().toArray(), StandardCharsets.UTF_8))));
    }

    /**
     * What was shown is kept beside the state: the log may not show it again. Under a name out of its octets, so that who
     * looks every minute keeps it once.
     */
    private void keep(WatchArguments asked, Finding finding) throws IOException {
        Path state = asked.state().toAbsolutePath();
        for (ShownHead shown : finding.proof()) {
            SealedHead sealed = shown.sealed();
            Sha256Hash name = Sha256Hash.over(
                    sealed.head().toArray(),
                    sealed.seal().toArray(),
                    sealed.timestamp().toArray());
            Path file = state.resolveSibling(state.getFileName() + "." + finding.code() + "-"
                    + name.hex().substring(0, 16));
            if (!Files.exists(file)) {
                new Seen(shown, clock.instant()).write(file);
            }
            line(WatchMessages.PROOF_KEPT.in(asked.language()) + " " + file);
        }
    }

    private int say(WatchArguments asked, Text text, int status) {
        line(text.in(asked.language()));
        return status;
    }

    private void line(String text) {
        out.println(Printable.line(text));
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
