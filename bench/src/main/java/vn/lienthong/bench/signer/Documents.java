package vn.lienthong.bench.signer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.bench.dss.BareDss;
import vn.lienthong.bench.measure.Figure;
import vn.lienthong.bench.measure.Limit;
import vn.lienthong.bench.measure.Measurement;
import vn.lienthong.bench.measure.Watch;
import vn.lienthong.bench.scene.OutputFiles;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.signer.sign.SignDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRequest;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.cades.CadesSigner;
import vn.lienthong.signer.sign.cades.Packaging;
import vn.lienthong.signer.sign.pades.PadesSigner;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;

/** Documents signed by our own code in this process, by the server, and by DSS, with the same key. */
final class Documents {
    private static final BenchKey KEY = BenchKey.RSA_2048;
    private static final int CLIENTS = 2;
    /** The just-in-time compiler needs that much longer for the code behind a document than for a digest. */
    private static final int SLOWER = 2;

    private final Scene scene;
    private final Measurement measurement;
    private final CertifiedKey key;
    private final BareDss dss;
    private final PadesSigner pades;
    private final CadesSigner cades;

    Documents(Scene scene) {
        this.scene = scene;
        measurement = scene.measurement().times(SLOWER);
        key = scene.token().key(KEY.alias());
        TimestampSource timestamps = scene.token().timestamps(scene.server().setting("tsa-key"));
        dss = new BareDss(scene.token().pool(), key, timestamps);
        pades = new PadesSigner(
                scene.token().pool(), timestamps, SigningLimits.DEFAULT, scene.work(), Clock.systemUTC());
        cades = new CadesSigner(
                scene.token().pool(),
                timestamps,
                Packaging.DETACHED,
                SigningLimits.DEFAULT,
                scene.work(),
                Clock.systemUTC());
    }

    /** A PDF at both levels. */
    void pdf(String size, Path pdf) {
        // LT and LTA are a T with octets of others added: what they cost is the network's, not the signer's
        for (SignatureLevel level : List.of(SignatureLevel.BASELINE_B, SignatureLevel.BASELINE_T)) {
            String what = (level == SignatureLevel.BASELINE_T ? "PAdES-T " : "PAdES-B ") + size;
            Limit bare = dss(what, signed -> dss.pades(pdf, signed, level == SignatureLevel.BASELINE_T));
            own(what, pades, pdf, level, bare);
            scene.report()
                    .row(
                            name(what, "qua REST", "over REST"),
                            bare,
                            () -> measurement.of(
                                    CLIENTS,
                                    scene.server().watch(),
                                    worker -> new RestSignature(scene.server(), pdf, KEY.alias(), level)));
        }
    }

    /** Any file, with its signature beside it. */
    void detached(String size, Path file) {
        String what = "CAdES-B " + size;
        Limit bare = dss(what, signature -> dss.cades(file, signature));
        own(what, cades, file, SignatureLevel.BASELINE_B, bare);
    }

    private @Nullable Limit dss(String what, OutputFiles.Step step) {
        Optional<Figure> figure =
                scene.report().row(name(what, "DSS nguyên bản", "bare DSS"), null, () -> inThisProcess(step));
        return figure.map(Limit::of).orElse(null);
    }

    private void own(String what, SignDocument signer, Path file, SignatureLevel level, @Nullable Limit bare) {
        scene.report()
                .row(
                        name(what, "mã của mình", "own code"),
                        bare,
                        () -> inThisProcess(signed -> {
                            SignDocumentOutcome outcome = signer.sign(
                                    new SignRequest(file, signed, key, level, SignatureDetails.NONE, Optional.empty()));
                            if (!(outcome instanceof SignDocumentOutcome.Signed)) {
                                throw new IOException(outcome.toString());
                            }
                        }));
    }

    private Figure inThisProcess(OutputFiles.Step step) throws Exception {
        return measurement.of(CLIENTS, Watch.own(), worker -> new OutputFiles(scene.work(), worker, step));
    }

    private static Text name(String what, String vi, String en) {
        return new Text(what + ", " + vi, what + ", " + en);
    }
}
