package vn.lienthong.exchange.infrastructure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.it.Commands;

/** The XML of registers as a stranger reads it: xmllint, with the schema that is given out. */
class XmlRegisterTest {
    private static final String SCHEMA = Path.of(
                    "src/main/resources/vn/lienthong/exchange/infrastructure/register/register-1.xsd")
            .toAbsolutePath()
            .toString();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Direction.class)
    void xmllintFindsItValid(Direction direction) throws IOException {
        write(direction, RegisterPapers.entries(direction, 60));
        assertThat(lint().status()).isZero();
        assertThat(Files.readString(folder.resolve("register.xml")))
                .contains("<Year>2026</Year>", "<Reason>Người ký không đúng thẩm quyền</Reason>");
    }

    @Test
    void anEmptyOneIsValidToo() throws IOException {
        write(Direction.INCOMING, List.<RegisterEntry>of().iterator());
        assertThat(lint().status()).isZero();
    }

    @Test
    void theSchemaRefusesWhatIsNoRegister() throws IOException {
        write(Direction.OUTGOING, RegisterPapers.entries(Direction.OUTGOING, 6));
        Path file = folder.resolve("register.xml");
        String whole = Files.readString(file);
        for (String other : List.of(
                whole.replace("<Year>2026</Year>", "<Year>26</Year>"),
                whole.replace("<CodeNumber>02</CodeNumber>", "<CodeNumber>2</CodeNumber>"),
                whole.replace("</Register>", "<Entry id=\"x\"/></Register>"),
                whole.replaceFirst("<Subject>.*</Subject>", ""))) {
            assertThat(other).isNotEqualTo(whole);
            Files.writeString(file, other);
            assertThat(lint().status()).isNotZero();
        }
    }

    @Test
    void theSameRegisterGivesTheSameOctets() throws IOException {
        assertThat(octets()).isEqualTo(octets());
        assertThat(new String(octets(), StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Register");
    }

    private static byte[] octets() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XmlRegister()
                .write(
                        RegisterPapers.extract(Direction.OUTGOING, true),
                        RegisterPapers.entries(Direction.OUTGOING, 20),
                        out);
        return out.toByteArray();
    }

    private void write(Direction direction, Iterator<RegisterEntry> entries) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("register.xml"))) {
            new XmlRegister().write(RegisterPapers.extract(direction, true), entries, out);
        }
    }

    private Commands.Result lint() {
        return Commands.run(folder, List.of("xmllint", "--noout", "--schema", SCHEMA, "register.xml"));
    }
}
