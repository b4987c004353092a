package vn.lienthong.bench.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.bench.dss.BareDss;
import vn.lienthong.bench.dss.BareDssValidation;
import vn.lienthong.bench.http.HttpConnection;
import vn.lienthong.bench.measure.Figure;
import vn.lienthong.bench.measure.Limit;
import vn.lienthong.bench.measure.Measurement;
import vn.lienthong.bench.measure.Operation;
import vn.lienthong.bench.measure.Watch;
import vn.lienthong.bench.sample.SampleFiles;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.bench.server.Authority;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.trust.TrustAnchors;
import vn.lienthong.signer.validate.SignatureValidator;
import vn.lienthong.signer.validate.ValidationLimits;
import vn.lienthong.signer.validate.ValidationOutcome;
import vn.lienthong.signer.validate.Verdict;

/** A PDF, an XML and a container of 100 kB, each signed once and valid, with the demonstration's revocation lists. */
public final class VerifyPart {
    private static final int SIZE = 100_000;
    private static final int CLIENTS = 2;
    /** The just-in-time compiler needs that much longer for the code behind a document than for a digest. */
    private static final int SLOWER = 2;

    private final Scene scene;
    private final Measurement measurement;
    private final SignatureValidator own;
    private final BareDssValidation dss;

    private VerifyPart(Scene scene) throws IOException {
        this.scene = scene;
        measurement = scene.measurement().times(SLOWER);
        Path state = scene.server().state();
        TrustAnchors anchors = TrustAnchors.load(state.resolve("pki/anchors"));
        own = new SignatureValidator(
                anchors,
                RevocationSources.folder(state.resolve("pki/crl")),
                ValidationLimits.DEFAULT,
                Clock.systemUTC());
        dss = new BareDssValidation(anchors, state.resolve("pki/crl"));
    }

    public static void measure(Scene scene) throws IOException {
        scene.report()
                .table()
                .heading(
                        new Text(
                                "Kiểm tra văn bản đã ký, 100 kB, lần đầu gặp; mốc: EU DSS nguyên bản trong cùng tiến trình",
                                "Validating signed documents of 100 kB, seen for the first time; the limit: bare EU DSS in this process"));
        BareDss signer = new BareDss(
                scene.token().pool(),
                scene.token().key("hash-rsa2048"),
                scene.token().timestamps(Authority.P_256.alias()));
        Path pdf = SampleFiles.pdf(scene.work().resolve("verify.pdf"), SIZE);
        Path xml = SampleFiles.xml(scene.work().resolve("verify.xml"), SIZE);
        Path signedPdf = scene.work().resolve("signed.pdf");
        signer.pades(pdf, signedPdf, false);
        Path signedXml = scene.work().resolve("signed.xml");
        signer.xades(xml, signedXml);
        Path container = scene.work().resolve("signed.asice");
        signer.asicE(pdf, container);

        VerifyPart part = new VerifyPart(scene);
        part.rows("PAdES-B", signedPdf);
        part.rows("XAdES-B", signedXml);
        part.rows("ASiC-E (XAdES-B)", container);
    }

    private void rows(String what, Path document) {
        Optional<Figure> bare = scene.report()
                .row(
                        name(what, "DSS nguyên bản", "bare DSS"),
                        null,
                        () -> inThisProcess(() -> dss.requirePassed(document)));
        Limit limit = bare.map(Limit::of).orElse(null);
        scene.report()
                .row(name(what, "mã của mình", "own code"), limit, () -> inThisProcess(() -> requireValid(document)));
        overRest(what, document, limit);
    }

    private void overRest(String what, Path document, @Nullable Limit limit) {
        scene.report()
                .row(
                        name(what, "qua REST", "over REST"),
                        limit,
                        () -> measurement.of(CLIENTS, scene.server().watch(), worker -> new Request(scene, document)));
    }

    private Figure inThisProcess(Operation operation) throws Exception {
        return measurement.of(CLIENTS, Watch.own(), worker -> operation);
    }

    private void requireValid(Path document) throws IOException {
        ValidationOutcome outcome = own.validate(document);
        if (!(outcome instanceof ValidationOutcome.Judged judged)
                || judged.report().verdict() != Verdict.VALID) {
            throw new IOException(outcome.toString());
        }
    }

    private static Text name(String what, String vi, String en) {
        return new Text(what + ", " + vi, what + ", " + en);
    }

    /** One client's connection. */
    private static final class Request implements Operation {
        private final HttpConnection connection;
        private final String headers;
        private final byte[] document;

        Request(Scene scene, Path file) throws IOException {
            connection = scene.server().connect();
            headers = scene.server().authorization() + "Content-Type: application/octet-stream\r\n";
            document = Files.readAllBytes(file);
        }

        @Override
        public void run() throws IOException {
            connection.post("/api/v1/validations", headers, document).saying("\"VALID\"");
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
