package vn.lienthong.bench.signer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.bench.measure.Figure;
import vn.lienthong.bench.measure.Limit;
import vn.lienthong.bench.measure.Target;
import vn.lienthong.bench.sample.SampleFiles;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.bench.signer.Documents.Aim;
import vn.lienthong.bench.signer.Documents.Sample;
import vn.lienthong.signer.text.Text;

/** Signing: the key operation, digests, timestamps, documents. */
public final class SignerPart {
    private static final int SMALL = 100_000;
    private static final int LARGE = 10_000_000;
    private static final int LARGER = LARGE / SMALL;

    private SignerPart() {}

    public static void measure(Scene scene) throws IOException {
        scene.report()
                .table()
                .heading(new Text(
                        "Ký giá trị băm; mốc: C_Sign của SoftHSM qua lớp gọi của mình",
                        "Signing digests; the limit: SoftHSM's C_Sign through the own binding"));
        Map<BenchKey, Limit> limits = new EnumMap<>(BenchKey.class);
        for (BenchKey key : BenchKey.values()) {
            Limit limit = RawSignatures.limit(scene, key.alias(), key.kind());
            if (limit != null) {
                limits.put(key, limit);
            }
        }
        for (BenchKey key : BenchKey.values()) {
            HashSignatures.rows(scene, key, limits.get(key));
        }
        Timestamps.measure(scene);
        documents(scene);
    }

    private static void documents(Scene scene) throws IOException {
        scene.report()
                .table()
                .heading(new Text(
                        "Ký văn bản, khóa RSA-2048; mốc: EU DSS nguyên bản trong cùng tiến trình",
                        "Signing documents, key RSA-2048; the limit: bare EU DSS in this process"));
        Sample small = sample("100 kB", 1, SampleFiles.pdf(scene.work().resolve("100k.pdf"), SMALL));
        Sample large = sample("10 MB", LARGER, SampleFiles.pdf(scene.work().resolve("10m.pdf"), LARGE));
        Sample smallXml = sample("100 kB", 1, SampleFiles.xml(scene.work().resolve("100k.xml"), SMALL));
        Sample largeXml = sample("10 MB", LARGER, SampleFiles.xml(scene.work().resolve("10m.xml"), LARGE));
        Documents documents = new Documents(scene);
        // LT and LTA are a T with octets of others added: what they cost is the network's, not the signer's
        Optional<Figure> pades = documents.rows(SignedForm.PADES_B, small, Aim.ofCall(1.9));
        Aim largePades = Aim.ofCall(25);
        documents.rows(
                SignedForm.PADES_B,
                large,
                pades.map(Target::garbageAsOf).map(largePades::withGarbage).orElse(largePades));
        documents.rows(SignedForm.PADES_T, small, null);
        documents.rows(SignedForm.PADES_T, large, null);
        documents.rows(SignedForm.CADES_B, small, Aim.ofSignature(0.95));
        documents.rows(SignedForm.CADES_B, large, Aim.ofSignature(9));
        documents.rows(SignedForm.XADES_B, smallXml, Aim.ofSignature(7));
        documents.rows(SignedForm.XADES_B, largeXml, Aim.ofSignature(540).withGarbage(Target.garbageMib(300)));
    }

    private static Sample sample(String size, int timesLarger, Path file) {
        return new Sample(size, file, timesLarger);
    }
}
