package vn.lienthong.bench.signer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import vn.lienthong.bench.measure.Limit;
import vn.lienthong.bench.sample.SampleFiles;
import vn.lienthong.bench.scene.Scene;
import vn.lienthong.signer.text.Text;

/** Signing: the key operation, digests, timestamps, documents. */
public final class SignerPart {
    private static final int SMALL = 100_000;
    private static final int LARGE = 10_000_000;

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
        Path small = SampleFiles.pdf(scene.work().resolve("100k.pdf"), SMALL);
        Path large = SampleFiles.pdf(scene.work().resolve("10m.pdf"), LARGE);
        Documents documents = new Documents(scene);
        documents.pdf("100 kB", small);
        documents.pdf("10 MB", large);
        documents.detached("100 kB", small);
        documents.detached("10 MB", large);
    }
}
