package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.testpki.Stranger;

/** The heap that signing takes does not depend on the document's size. */
class LargePdfMemoryIT {
    @TempDir
    Path folder;

    @Test
    void aDocumentOf200MegabytesIsSignedWithAHeapOf64() throws Exception {
        SignLargePdf.write(folder.resolve("large.pdf"), 200_000_000);
        Stranger run = Stranger.run(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SignLargePdf.class.getName(),
                folder.toString());
        assertThat(run.exitStatus()).as(run.said()).isZero();
        assertThat(Stranger.run(folder, "pdfsig", "-nocert", "signed.pdf").said())
                .contains("Signature is Valid.", "Total document signed");
    }
}
