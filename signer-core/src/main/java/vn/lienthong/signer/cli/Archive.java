package vn.lienthong.signer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.signer.cli.ArchiveReport.Verdict;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.file.EvidenceReader;
import vn.lienthong.signer.evidence.verify.Check;
import vn.lienthong.signer.evidence.verify.EvidenceReport;
import vn.lienthong.signer.evidence.verify.EvidenceReport.Conclusion;
import vn.lienthong.signer.evidence.verify.EvidenceVerifier;
import vn.lienthong.signer.evidence.watch.WatchCode;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;

/**
 * Verifies every evidence file below a folder with no server and no network, one after the other, and holds their heads
 * against each other. Exit status: the worst of the files', as {@link Verify} gives them (1 before 2 before 3), and that of
 * {@link WatchCode#FORKED} where two valid files prove that their log showed two histories.
 */
public final class Archive {
    private final PrintStream out;

    Archive(PrintStream out) {
        this.out = out;
    }

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Archive(out).run(arguments));
    }

    int run(String... arguments) {
        Optional<String> json = Optional.empty();
        List<String> rest = new ArrayList<>(List.of(arguments));
        int at = rest.indexOf("--json");
        if (at >= 0 && at + 1 < rest.size()) {
            json = Optional.of(rest.remove(at + 1));
            rest.remove(at);
        }
        Optional<VerifyArguments> parsed = VerifyArguments.parse(rest.toArray(String[]::new));
        if (parsed.isEmpty()
                || parsed.get().trust().isEmpty()
                || parsed.get().content().isPresent()
                || parsed.get().watched().isPresent()
                || !Files.isDirectory(parsed.get().file())) {
            out.println(WatchMessages.ARCHIVE_USAGE.in(Language.VI));
            out.println(WatchMessages.ARCHIVE_USAGE.in(Language.EN));
            return Verify.USAGE;
        }
        VerifyArguments asked = parsed.get();
        try {
            List<X509CRL> crls =
                    asked.crl().isPresent() ? CrlFiles.in(asked.crl().get()) : List.of();
            return verify(
                    asked, new EvidenceVerifier(TrustAnchors.load(asked.trust().get()), asked.log(), crls), json);
        } catch (NoTrustAnchorsException e) {
            line(Messages.NO_TRUST.with(String.valueOf(e.getMessage())).in(asked.language()));
            return Verify.USAGE;
        } catch (IOException e) {
            line(Messages.CANNOT_READ.with(String.valueOf(e.getMessage())).in(asked.language()));
            return Verify.USAGE;
        }
    }

    private int verify(VerifyArguments asked, EvidenceVerifier verifier, Optional<String> json) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        Map<String, Head> heads = new HashMap<>();
        List<String> forks = new ArrayList<>();
        int others = 0;
        for (Path file : files(asked.file())) {
            Verdict verdict;
            try {
                if (!HeadFiles.isEvidence(file)) {
                    others++;
                    continue;
                }
                EvidenceReport judged = verifier.verify(file, Optional.empty());
                verdict = verdict(file, judged);
                if (judged.conclusion() == Conclusion.VALID) {
                    forks.addAll(fork(asked.language(), file, heads));
                }
            } catch (IOException e) {
                verdict = new Verdict(file, Verify.USAGE, "UNREADABLE", List.of(String.valueOf(e.getMessage())));
            }
            verdicts.add(verdict);
            if (verdict.status() != Verify.VALID || asked.all()) {
                line("[" + verdict.name() + "] " + file + " " + String.join("; ", verdict.open()));
            }
        }
        forks.forEach(this::line);
        ArchiveReport report = new ArchiveReport(verdicts, forks, others);
        line(report.summary(asked.language()));
        if (json.isPresent()) {
            report.write(Path.of(json.get()));
        }
        return report.status();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Verdict verdict(Path file, EvidenceReport report) {
        List<String> open = report.checks().stream()
                .filter(check -> check.result() != Check.Result.PASSED)
                .map(check -> check.code().name())
                .distinct()
                .toList();
        int status = switch (report.conclusion()) {
            case VALID -> Verify.VALID;
            case NOT_VALID, OTHER_DOCUMENT -> Verify.NOT_VALID;
            case UNDECIDED -> Verify.UNDECIDED;
        };
        return new Verdict(file, status, report.conclusion().name(), open);
    }

    /** A head that a valid file holds. */
    private record Head(SealedHead head, Path file) {}

    /** The batches of which an earlier file has another head. */
    private static List<String> fork(Language language, Path file, Map<String, Head> heads) throws IOException {
        List<String> forks = new ArrayList<>();
        var evidence = EvidenceReader.read(file);
        evidence.heads().forEach((batch, head) -> {
            String name = evidence.log().value() + " " + batch;
            Head known = heads.putIfAbsent(name, new Head(head, file));
            if (known != null && !known.head().head().equals(head.head())) {
                forks.add(WatchMessages.format(WatchMessages.ARCHIVE_FORK.in(language), name, known.file(), file));
            }
        });
        return forks;
    }

    private void line(String text) {
        out.println(Printable.line(text));
    }
}
