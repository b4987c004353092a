package vn.lienthong.signer.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.evidence.verify.EvidenceFixture;
import vn.lienthong.signer.testpki.Stranger;

/** The commands that README.txt tells, run with unzip, openssl and sha256sum alone. */
class StrangersAcceptEvidenceIT {
    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws Exception {
        EvidenceFixture fixture = new EvidenceFixture();
        Files.write(folder.resolve("evidence.zip"), EvidenceFixture.zip(fixture.file()));
        Files.writeString(
                folder.resolve("ROOT.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(fixture.pki.root().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        assertThat(bash("unzip -q evidence.zip").exitStatus()).isZero();
        assertThat(bash("for f in certificates/*.cer; do openssl x509 -inform DER -in \"$f\"; done > chain.pem")
                        .exitStatus())
                .isZero();
    }

    private Stranger bash(String command) {
        return Stranger.run(folder, "bash", "-c", command);
    }

    private Stranger cms(String head, String seal) {
        return bash("openssl cms -verify -binary -inform DER -in " + seal + " -content " + head
                + " -CAfile ROOT.pem -certfile chain.pem -purpose any -attime 1795396530 -out /dev/null");
    }

    private Stranger ts(String token, String seal) {
        return bash("openssl ts -verify -token_in -in " + token + " -data " + seal
                + " -CAfile ROOT.pem -untrusted chain.pem -attime 1795396530");
    }

    @Test
    void opensslAcceptsSealAndTimestampOfEachHead() {
        for (String batch : new String[] {"1", "2"}) {
            Stranger seal = cms("heads/" + batch + ".json", "heads/" + batch + ".p7s");
            assertThat(seal.exitStatus()).as(seal.said()).isZero();
            Stranger stamp = ts("heads/" + batch + ".tst", "heads/" + batch + ".p7s");
            assertThat(stamp.exitStatus()).as(stamp.said()).isZero();
        }
    }

    @Test
    void opensslRefusesTheSealOfAnotherHead() {
        assertThat(cms("heads/1.json", "heads/2.p7s").exitStatus()).isNotZero();
        assertThat(ts("heads/1.tst", "heads/2.p7s").exitStatus()).isNotZero();
    }

    @Test
    void sha256sumFindsTheRootOfTheFirstHead() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode entry = json.readTree(folder.resolve("evidence.json").toFile())
                .get("entries")
                .get(0);
        Files.writeString(folder.resolve("entry"), entry.get("entry").textValue());
        String prefix = String.format(
                "00%s%016x%s",
                entry.get("salt").textValue(),
                entry.get("sequence").longValue(),
                entry.get("previousHash").textValue());
        String hash = sha256("(echo " + prefix + " | xxd -r -p; cat entry)");
        long index = entry.get("leafIndex").longValue();
        for (JsonNode sibling : entry.get("path")) {
            String pair = index % 2 == 1 ? sibling.textValue() + hash : hash + sibling.textValue();
            hash = sha256("(echo 01" + pair + " | xxd -r -p)");
            index /= 2;
        }
        JsonNode head = json.readTree(folder.resolve("heads/1.json").toFile());
        assertThat(hash).isEqualTo(head.get("rootHash").textValue());
    }

    private String sha256(String input) {
        Stranger sum = bash(input + " | sha256sum");
        assertThat(sum.exitStatus()).as(sum.said()).isZero();
        return sum.said().substring(0, 64);
    }
}
