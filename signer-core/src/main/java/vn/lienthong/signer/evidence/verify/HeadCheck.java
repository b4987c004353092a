package vn.lienthong.signer.evidence.verify;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.LogSealCertificate;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.SolePurpose;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.verify.TimestampCheck.Stamped;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.trust.CertificatePath;
import vn.lienthong.signer.trust.TrustAnchors;

/** One sealed head: its form, its timestamp, and then its seal at the time that the timestamp proves. */
final class HeadCheck {
    /** How far the log's clock may be ahead of the time-stamping authority's. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final LogId log;
    private final TrustAnchors anchors;
    private final Set<X509Certificate> known;
    private final RevocationLists revocation;
    private final Checks checks;
    private final Used used = new Used();

    HeadCheck(LogId log, TrustAnchors anchors, Set<X509Certificate> known, RevocationLists revocation, Checks checks) {
        this.log = log;
        this.anchors = anchors;
        this.known = Set.copyOf(known);
        this.revocation = revocation;
        this.checks = checks;
    }

    /** A head that was proven, and when. */
    record ProvenHead(TreeHead head, Instant genTime) {}

    Optional<ProvenHead> check(long batch, SealedHead sealedHead) {
        Text subject = Check.batch(batch);
        Optional<TreeHead> head = parse(batch, sealedHead, subject);
        Optional<Stamped> stamped = TimestampCheck.stamped(sealedHead.seal(), sealedHead.timestamp());
        checks.that(
                stamped.isPresent(),
                CheckCode.HEAD_TIMESTAMP,
                subject,
                "dấu thời gian không đúng hoặc không thuộc về chữ ký này",
                "the timestamp does not hold, or is over another seal");
        Optional<X509Certificate> signer = SealCheck.signer(sealedHead.head(), sealedHead.seal());
        checks.that(
                signer.isPresent(),
                CheckCode.HEAD_SEAL,
                subject,
                "chữ ký số không đúng hoặc không thuộc về đầu cây băm này",
                "the signature does not hold, or is over another head");
        if (stamped.isEmpty() || signer.isEmpty()) {
            return Optional.empty();
        }
        Instant genTime = stamped.get().genTime();
        certificate(
                stamped.get().authority(),
                genTime,
                CheckCode.TIMESTAMP_CERTIFICATE,
                subject,
                SolePurpose.is(stamped.get().authority(), SolePurpose.TIME_STAMPING));
        Optional<LogId> sealed = LogSealCertificate.log(signer.get());
        certificate(signer.get(), genTime, CheckCode.SEAL_CERTIFICATE, subject, sealed.isPresent());
        head.ifPresent(h -> checks.that(
                sealed.filter(h.logId()::equals).isPresent() && h.logId().equals(log),
                CheckCode.LOG_NAME,
                subject,
                "đầu cây băm, chứng thư số niêm phong và tệp nêu tên nhật ký khác nhau",
                "head, sealer's certificate and file name different logs"));
        return head.filter(h -> checks.that(
                        !h.time().isAfter(genTime.plus(CLOCK_SKEW)),
                        CheckCode.ENTRY_TIME,
                        subject,
                        "đầu cây băm ghi thời điểm sau dấu thời gian",
                        "the head claims a time after its timestamp"))
                .map(h -> new ProvenHead(h, genTime));
    }

    /** What the checks so far made use of. */
    Used used() {
        return used;
    }

    private Optional<TreeHead> parse(long batch, SealedHead sealed, Text subject) {
        try {
            TreeHead head = TreeHead.parse(sealed.head());
            boolean right = checks.that(
                    head.batch() == batch,
                    CheckCode.HEAD_FORM,
                    subject,
                    "số lô không khớp tên tệp",
                    "its batch number is not that of its name");
            return right ? Optional.of(head) : Optional.empty();
        } catch (MalformedEvidenceException e) {
            checks.add(Check.failed(
                    CheckCode.HEAD_FORM,
                    subject,
                    new Text("đầu cây băm sai định dạng", "the head is malformed")
                            .with(String.valueOf(e.getMessage()))));
            return Optional.empty();
        }
    }

    private void certificate(
            X509Certificate certificate, Instant genTime, CheckCode code, Text subject, boolean purposeRight) {
        Optional<CertificatePath> path =
                CertificatePath.find(certificate, known, anchors, genTime).filter(p -> purposeRight);
        if (path.isEmpty()) {
            checks.add(Check.failed(
                    code,
                    subject,
                    new Text(
                                    "không dẫn đến chứng thư số gốc tin cậy, hết hiệu lực hoặc sai mục đích",
                                    "leads to no trust anchor, was out of its time, or is for another purpose")
                            .with(name(certificate))));
            return;
        }
        checks.add(Check.passed(code, subject, new Text(name(certificate), name(certificate))));
        used.path(path.get(), revocation, genTime);
        checks.add(revocation(path.get(), genTime, revocationOf(code), subject));
    }

    private static CheckCode revocationOf(CheckCode code) {
        return code == CheckCode.SEAL_CERTIFICATE ? CheckCode.SEAL_REVOCATION : CheckCode.TIMESTAMP_REVOCATION;
    }

    private Check revocation(CertificatePath path, Instant genTime, CheckCode code, Text subject) {
        return switch (revocation.of(path, genTime)) {
            case GOOD -> Check.passed(code, subject, Check.NO_DETAIL);
            case REVOKED ->
                Check.failed(code, subject, new Text("đã bị thu hồi tại thời điểm đó", "it was revoked at that time"));
            case UNKNOWN ->
                Check.undecided(
                        code,
                        subject,
                        new Text(
                                "không có danh sách thu hồi nào nói về thời điểm đó, trong tệp hay qua --crl",
                                "no revocation list speaks of that time, neither in the file nor by --crl"));
        };
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
