package vn.lienthong.demo.act;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import vn.lienthong.demo.http.Answer;
import vn.lienthong.demo.story.Story;
import vn.lienthong.demo.tool.EvidenceParts;
import vn.lienthong.demo.tool.OfflineVerifier;
import vn.lienthong.demo.tool.OpenSsl;
import vn.lienthong.demo.tool.PdfSig;
import vn.lienthong.demo.tool.PdfTimestamps;

/** The auditor fetches the evidence file and has it judged, by the product's offline verifier and by strangers. */
public final class EvidenceAct {
    private static final int CONFLICT = 409;

    /** As {@code log-id} of the demo's configuration names it. */
    private static final String LOG = "lienthong-demo";

    private final Story story;
    private final Stage stage;
    private final Cast cast;
    private final String language;

    public EvidenceAct(Story story, Stage stage, Cast cast, String language) {
        this.story = story;
        this.stage = stage;
        this.cast = cast;
        this.language = language;
    }

    /** The evidence file. */
    public Path perform(Sent sent) {
        story.chapter("Hồ sơ bằng chứng", "The evidence");
        Path evidence = story.step(
                "Kiểm toán lấy tệp bằng chứng của văn bản qua REST v1",
                "The auditor fetches the evidence file of the dispatch over REST v1",
                () -> stage.keep("8-bang-chung.zip", fetch(sent).body()));
        Path edxml = stage.folder().resolve("4-da-gui.edxml");
        story.step(
                "Kiểm tra ngoại tuyến tệp bằng chứng, không máy chủ, không mạng (./lienthong verify)",
                "The evidence file is verified offline: no server, no network (./lienthong verify)",
                () -> offline(evidence, edxml));
        story.step(
                "openssl tự kiểm tra chữ ký và dấu thời gian trong tệp bằng chứng",
                "openssl verifies the seals and timestamps in the evidence file by itself",
                () -> strangersOnEvidence(evidence));
        Path pdf = stage.folder().resolve("3-da-dong-dau.pdf");
        story.step("pdfsig nói gì về văn bản đã ký", "What pdfsig says of the signed document", () -> {
            PdfSig said = PdfSig.of(pdf);
            said.lines().forEach(story::quote);
            story.check(said.valid() == 2, "pdfsig: hai chữ ký hợp lệ", "pdfsig: two valid signatures");
        });
        story.step(
                "openssl ts -verify nói gì về dấu thời gian của hai chữ ký đó",
                "What openssl ts -verify says of the timestamps of those two signatures",
                () -> timestamps(sent));
        return evidence;
    }

    private Answer fetch(Sent sent) {
        Answer answer = null;
        for (Patience patience = new Patience(); patience.isLeft(); ) {
            answer = cast.auditor().get("dispatches/" + sent.docId() + "/evidence");
            if (answer.status() != CONFLICT) {
                break;
            }
        }
        return Objects.requireNonNull(answer).required();
    }

    private void offline(Path evidence, Path edxml) {
        OfflineVerifier verifier = OfflineVerifier.of(evidence, edxml, LOG, stage.pki("anchors"), language);
        verifier.lines().forEach(story::quote);
        story.check(
                verifier.holds() && verifier.passed() > 0,
                "Tệp bằng chứng hợp lệ và đúng là của văn bản đã gửi, " + verifier.passed() + " phép kiểm tra đạt"
                        + (verifier.cutOff() ? " (tiến trình bị cắt khỏi mạng)" : ""),
                "The evidence file is valid, and about the very document that was sent; " + verifier.passed()
                        + " checks passed"
                        + (verifier.cutOff() ? " (in a process without any network)" : ""));
    }

    private void strangersOnEvidence(Path evidence) {
        Path root = stage.pki("anchors/root-ca.pem");
        EvidenceParts parts = EvidenceParts.unpack(evidence, stage.folder().resolve("8-bang-chung"));
        int held = 0;
        for (String head : parts.heads()) {
            OpenSsl seal = OpenSsl.signature(parts.at(head + ".p7s"), parts.at(head + ".json"), root, parts.chain());
            OpenSsl stamp = OpenSsl.timestamp(parts.at(head + ".tst"), parts.at(head + ".p7s"), root, parts.chain());
            if (seal.holds() && stamp.holds()) {
                held++;
            }
            if (!seal.holds() || !stamp.holds() || held == 1) {
                story.quote("openssl cms -verify " + head + ".p7s: " + seal.said());
                story.quote("openssl ts -verify " + head + ".tst: " + stamp.said());
            }
        }
        int all = parts.heads().size();
        story.check(
                all > 0 && held == all,
                "openssl: chữ ký và dấu thời gian của " + held + "/" + all + " lô nhật ký trong tệp bằng chứng hợp lệ",
                "openssl: the seals and timestamps of " + held + "/" + all + " log batches in the evidence are valid");
    }

    private void timestamps(Sent sent) {
        List<PdfTimestamps> found = PdfTimestamps.of(sent.pdf().toArray());
        int number = 1;
        for (PdfTimestamps one : found) {
            Path token =
                    stage.keep("9-dau-thoi-gian-" + number + ".tst", one.token().toArray());
            Path data = stage.keep(
                    "9-chu-ky-" + number + ".bin", one.signatureValue().toArray());
            OpenSsl said = OpenSsl.timestamp(token, data, stage.pki("anchors/root-ca.pem"), stage.pki("ca/tsa-ca.pem"));
            story.quote("openssl ts -verify " + token.getFileName() + ": " + said.said());
            story.check(
                    said.holds(),
                    "openssl: dấu thời gian của chữ ký " + number + " hợp lệ",
                    "openssl: the timestamp of signature " + number + " is valid");
            number++;
        }
    }
}
