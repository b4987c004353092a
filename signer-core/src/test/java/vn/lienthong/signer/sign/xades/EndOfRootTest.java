package vn.lienthong.signer.sign.xades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.AdesLimits;

class EndOfRootTest {
    @TempDir
    Path folder;

    /** An element that is put there is the last thing in the root, and nothing else is another one. */
    @Test
    void isWhereAnElementBecomesTheLastOneOfTheRoot() throws Exception {
        String mark = "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#' Id='m'/>";
        for (long seed = 0; seed < 300; seed++) {
            String document = RandomDocuments.document(seed);
            PlainXml plain = read(document);
            int offset = (int) offset(document, plain.root());
            byte[] octets = document.getBytes(StandardCharsets.UTF_8);
            String marked = new String(octets, 0, offset, StandardCharsets.UTF_8)
                    + mark
                    + new String(octets, offset, octets.length - offset, StandardCharsets.UTF_8);
            PlainXml found = read(marked);
            assertThat(found.signature()).as(document).contains("m");
            assertThat(found.digest()).as(document).isEqualTo(plain.digest());
        }
    }

    @Test
    void isFoundWhateverWhiteSpaceIsAroundIt() throws Exception {
        assertThat(offset("<a></a>", "a")).isEqualTo(3);
        assertThat(offset("<a>x</a \t\r\n>\n \r\n", "a")).isEqualTo(4);
        assertThat(offset("<đ:é xmlns:đ='u:v'></đ:é>", "đ:é"))
                .isEqualTo("<đ:é xmlns:đ='u:v'>".getBytes(StandardCharsets.UTF_8).length);
        assertThat(offset("<a>" + " ".repeat(100_000) + "</a>", "a")).isEqualTo(100_003);
    }

    @Test
    void isNotGuessed() {
        for (String document :
                new String[] {"<a/>", "<a></a><!--a-->", "</b>", "a>", "", "<a></a>" + " ".repeat(70_000)}) {
            assertThatThrownBy(() -> offset(document, "a")).as(document).isInstanceOf(Unfamiliar.class);
        }
    }

    private long offset(String document, String root) throws IOException, Unfamiliar {
        Path file = Files.writeString(folder.resolve("document.xml"), document);
        try (FileChannel channel = FileChannel.open(file)) {
            return EndOfRoot.offset(channel, root);
        }
    }

    private static PlainXml read(String document) throws Unfamiliar {
        return PlainXml.read(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                DigestAlgorithm.SHA256.newMessageDigest(),
                AdesLimits.DEFAULT);
    }
}
