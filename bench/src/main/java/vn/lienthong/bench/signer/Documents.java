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
import vn.lienthong.bench.measure.Target;
import vn.lienthong.bench.measure.Watch;
import vn.lienthong.bench.scene.OutputFiles;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.bench.server.Authority;
import vn.lienthong.signer.revocation.RevocationSources;
import vn.lienthong.signer.seal.VisibleSignature;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocuments;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.sign.ades.AdesSigner;
import vn.lienthong.signer.text.Text;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.trust.TrustAnchors;

/** Documents signed by our own code in this process, by the server, and by DSS, with the same key. */
final class Documents {
    private static final BenchKey KEY = BenchKey.RSA_2048;
    private static final int CLIENTS = 2;
    /** The just-in-time compiler needs that much longer for the code behind a document than for a digest. */
    private static final int SLOWER = 2;

    private final Scene scene;
    private final Measurement usual;
    private final CertifiedKey key;
    private final BareDss dss;
    private final SignDocuments own;

    /**
     * What a signature costs at most: CPU time, and heap where a row says that too.
     *
     * @param inProcess whether it is asked of the code without HTTP around it too, not of a call over REST alone
     */
    record Aim(double millis, Optional<Target> garbage, boolean inProcess) {
        /** Of one call over REST. */
        static Aim ofCall(double millis) {
            return new Aim(millis, Optional.empty(), false);
        }

        /** Of the signature, and of the call that asks for it. */
        static Aim ofSignature(double millis) {
            return new Aim(millis, Optional.empty(), true);
        }

        Aim withGarbage(Target most) {
            return new Aim(millis, Optional.of(most), inProcess);
        }

        private List<Target> targets() {
            Target cpu = Target.cpuMillis(millis);
            return garbage.map(most -> List.of(cpu, most)).orElse(List.of(cpu));
        }
    }

    /**
     * What is signed.
     *
     * @param timesLarger than a small one, with which the compilers have settled before
     */
    record Sample(String size, Path file, int timesLarger) {}

    Documents(Scene scene) throws IOException {
        this.scene = scene;
        usual = scene.measurement().times(SLOWER);
        key = scene.token().key(KEY.alias());
        TimestampSource timestamps = scene.token().timestamps(Authority.P_256.alias());
        dss = new BareDss(scene.token().pool(), key, timestamps);
        Path pki = scene.server().state().resolve("pki");
        own = new AdesSigner(
                scene.token().pool(),
                timestamps,
                TrustAnchors.load(pki.resolve("anchors")),
                RevocationSources.folder(pki.resolve("crl")),
                SigningLimits.DEFAULT,
                AdesLimits.DEFAULT,
                scene.work(),
                Clock.systemUTC());
    }

    /** One document in one form: by DSS, by our code, and over REST, whose figure this is. */
    Optional<Figure> rows(SignedForm form, Sample sample, @Nullable Aim aim) {
        Measurement measurement = usual.ofLarge(sample.timesLarger());
        String what = form.name() + " " + sample.size();
        Path file = sample.file();
        Limit bare = scene.report()
                .row(
                        name(what, "DSS nguyên bản", "bare DSS"),
                        null,
                        () -> inThisProcess(measurement, signed -> dss(form, file, signed)))
                .map(Limit::of)
                .orElse(null);
        scene.report()
                .row(
                        name(what, "mã của mình", "own code"),
                        bare,
                        aim == null || !aim.inProcess() ? List.of() : aim.targets(),
                        () -> inThisProcess(measurement, signed -> own(form, file, signed)));
        return scene.report()
                .row(
                        name(what, "qua REST", "over REST"),
                        bare,
                        aim == null ? List.of() : aim.targets(),
                        () -> measurement.of(
                                CLIENTS,
                                scene.server().watch(),
                                worker -> new RestSignature(scene.server(), file, KEY.alias(), form)));
    }

    private void dss(SignedForm form, Path file, Path signed) throws IOException {
        switch (form.form()) {
            case PADES -> dss.pades(file, signed, form.level() == SignatureLevel.BASELINE_T);
            case CADES_DETACHED -> dss.cades(file, signed);
            case XADES_ENVELOPED -> dss.xades(file, signed);
            default -> throw new IllegalArgumentException(form.toString());
        }
    }

    private void own(SignedForm form, Path file, Path signed) throws IOException {
        SignDocumentOutcome outcome = own.sign(new AdesRequest(
                List.of(new NamedDocument(file.getFileName().toString(), file)),
                signed,
                key,
                form.form(),
                form.level(),
                SignatureDetails.NONE,
                Optional.<VisibleSignature>empty(),
                Optional.<Certification>empty()));
        if (!(outcome instanceof SignDocumentOutcome.Signed)) {
            throw new IOException(outcome.toString());
        }
    }

    private Figure inThisProcess(Measurement measurement, OutputFiles.Step step) throws Exception {
        return measurement.of(CLIENTS, Watch.own(), worker -> new OutputFiles(scene.work(), worker, step));
    }

    private static Text name(String what, String vi, String en) {
        return new Text(what + ", " + vi, what + ", " + en);
    }
}
