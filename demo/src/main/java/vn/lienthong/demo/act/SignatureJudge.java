package vn.lienthong.demo.act;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.demo.story.Story;
import vn.lienthong.demo.tool.PdfSig;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.SignatureReport;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationLimits;
import vn.lienthong.signer.validate.ValidationOutcome;
import vn.lienthong.signer.validate.Verdict;

/** A recipient's own look at the signatures: by the validation library, offline, and by pdfsig. */
final class SignatureJudge {
    private final Story story;
    private final Stage stage;

    SignatureJudge(Story story, Stage stage) {
        this.story = story;
        this.stage = stage;
    }

    void judge(String whoVi, String whoEn, Received received) {
        story.step(
                whoVi + " tự kiểm tra chữ ký số, ngoại tuyến, và hỏi thêm pdfsig",
                whoEn + " verifies the signatures itself, offline, and asks pdfsig besides",
                () -> {
                    story.check(
                            received.unchanged(),
                            whoVi + ": tệp PDF trong gói tin đúng là tệp đã ký",
                            whoEn + ": the PDF in the message is the one that was signed");
                    SignatureReport report = report(received);
                    story.check(
                            report.verdict() == Verdict.VALID
                                    && report.signatures().size() == 2,
                            whoVi + ": cả hai chữ ký số hợp lệ, có dấu thời gian (thư viện kiểm tra)",
                            whoEn + ": both signatures are valid and timestamped (the validation library)");
                    PdfSig pdfsig = PdfSig.of(received.pdf());
                    story.check(
                            pdfsig.valid() == 2 && pdfsig.wholeFile(),
                            whoVi + ": pdfsig cũng xác nhận hai chữ ký hợp lệ và bao trùm cả tệp",
                            whoEn + ": pdfsig too calls both valid, and the last covers the whole file");
                });
    }

    private SignatureReport report(Received received) {
        try {
            SignatureValidator validator = new SignatureValidator(
                    TrustAnchors.load(stage.pki("anchors")),
                    RevocationSources.folder(stage.pki("crl")),
                    ValidationLimits.DEFAULT,
                    stage.clock());
            ValidationOutcome outcome = validator.validate(received.pdf());
            if (outcome instanceof ValidationOutcome.Judged judged) {
                explain(judged.report());
                return judged.report();
            }
            throw new DemoFailure("không kiểm tra được: " + outcome, "could not be judged: " + outcome);
        } catch (NoTrustAnchorsException e) {
            throw new DemoFailure("thiếu chứng thư gốc: " + e.getMessage(), "no trust anchors: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void explain(SignatureReport report) {
        if (report.verdict() != Verdict.VALID) {
            story.quote(report.findings().stream().map(Object::toString).collect(Collectors.joining("; ")));
            report.signatures().forEach(s -> story.quote(s.toString()));
        }
    }
}
