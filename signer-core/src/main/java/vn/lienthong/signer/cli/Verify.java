package vn.lienthong.signer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.evidence.ContentDigest;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.evidence.verify.EvidenceReport;
import vn.lienthong.signer.evidence.verify.EvidenceVerifier;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationLimits;
import vn.lienthong.signer.validate.ValidationOutcome;

/**
 * Verifies an evidence file or a signed document with no server and no network, but where it is asked to hold evidence
 * against a log that was watched. Exit status: 0 valid, 1 not valid, 2 the command was wrong or the file cannot be read, 3
 * nothing is wrong but something that would decide it is missing; from 10 on what {@link Watch} ends with.
 */
public final class Verify {
    static final int VALID = 0;
    static final int NOT_VALID = 1;
    static final int USAGE = 2;
    static final int UNDECIDED = 3;

    private final PrintStream out;
    private final Clock clock;

    Verify(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Verify(out, Clock.systemUTC()).run(arguments));
    }

    int run(String... arguments) {
        Optional<VerifyArguments> parsed = VerifyArguments.parse(arguments);
        if (parsed.isEmpty()) {
            out.println(Messages.USAGE.in(Language.VI));
            out.println(Messages.USAGE.in(Language.EN));
            return USAGE;
        }
        VerifyArguments asked = parsed.get();
        if (asked.trust().isEmpty()) {
            out.println(Messages.NO_TRUST.in(asked.language()));
            return USAGE;
        }
        try {
            TrustAnchors anchors = TrustAnchors.load(asked.trust().get());
            return HeadFiles.isEvidence(asked.file()) ? evidence(asked, anchors) : document(asked, anchors);
        } catch (NoTrustAnchorsException e) {
            out.println(Messages.NO_TRUST.with(String.valueOf(e.getMessage())).in(asked.language()));
            return USAGE;
        } catch (IOException e) {
            out.println(
                    Messages.CANNOT_READ.with(String.valueOf(e.getMessage())).in(asked.language()));
            return USAGE;
        }
    }

    private int evidence(VerifyArguments asked, TrustAnchors anchors) throws IOException {
        Optional<ContentDigest> content = Optional.empty();
        if (asked.content().isPresent()) {
            content = Optional.of(digest(asked.content().get()));
        }
        List<X509CRL> crls = asked.crl().isPresent() ? CrlFiles.in(asked.crl().get()) : List.of();
        EvidenceReport report = new EvidenceVerifier(anchors, asked.log(), crls).verify(asked.file(), content);
        new EvidencePrinter(out, asked.language()).print(report, asked);
        return switch (report.conclusion()) {
            case VALID -> asked.watched().isPresent() ? new WatchedHeads(out).check(asked, anchors, crls) : VALID;
            case NOT_VALID, OTHER_DOCUMENT -> NOT_VALID;
            case UNDECIDED -> UNDECIDED;
        };
    }

    private static ContentDigest digest(Path file) throws IOException {
        var digest = DigestAlgorithm.SHA256.newMessageDigest();
        long length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                length += n;
            }
        }
        return new ContentDigest(new Sha256Hash(Bytes.of(digest.digest())), length);
    }

    private int document(VerifyArguments asked, TrustAnchors anchors) throws IOException {
        RevocationSources sources = asked.crl().map(RevocationSources::folder).orElseGet(RevocationSources::none);
        SignatureValidator validator = new SignatureValidator(anchors, sources, ValidationLimits.DEFAULT, clock);
        ValidationOutcome outcome = asked.content().isPresent()
                ? validator.validate(asked.file(), asked.content().get())
                : validator.validate(asked.file());
        new DocumentPrinter(out, asked.language()).print(outcome);
        return switch (outcome) {
            case ValidationOutcome.Judged judged ->
                switch (judged.report().verdict()) {
                    case VALID -> VALID;
                    case INVALID -> NOT_VALID;
                    case INDETERMINATE -> UNDECIDED;
                };
            case ValidationOutcome.NotSigned notSigned -> NOT_VALID;
            case ValidationOutcome.Unreadable unreadable -> USAGE;
        };
    }
}
