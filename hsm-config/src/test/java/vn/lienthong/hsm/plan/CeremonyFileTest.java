package vn.lienthong.hsm.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;

class CeremonyFileTest {
    private static final String WHOLE = """
            ceremony: 2026-01 con dấu mới
            purpose: Cấp con dấu cho UBND tỉnh Bắc Kạn
            witnesses:
              - name: Nguyễn Văn An
                role: quản trị HSM
              - name: Trần Thị Bình
                role: kiểm soát
            token:
              profile: softhsm
              module-path: module.so
              label: bac-kan
              pin-file: hsm.pin
              security-officer-pin-file: so.pin
            steps:
              - step: initialise-token
              - step: generate-key-pair
                alias: agency-seal
                form: rsa-3072
                id: 0102
              - step: generate-key-pair
                alias: record
                form: ec-p256
              - step: request-certificate
                alias: agency-seal
                subject:
                  common-name: UBND tỉnh Bắc Kạn
                  organization: UBND tỉnh Bắc Kạn
                file: agency-seal.csr
            protocol:
              file: record.json
              signed-by: record
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void module() throws Exception {
        Files.writeString(folder.resolve("module.so"), "x");
    }

    @Test
    void readsEveryField() {
        CeremonyScript script = parse(WHOLE);
        assertThat(script.witnesses()).extracting(Witness::role).containsExactly("quản trị HSM", "kiểm soát");
        assertThat(script.token().label()).isEqualTo("bac-kan");
        assertThat(script.token().library()).isEqualTo(folder.resolve("module.so"));
        assertThat(script.token().securityOfficerPinFile()).contains(folder.resolve("so.pin"));
        assertThat(script.steps()).hasSize(4);
        assertThat(script.steps().get(1))
                .isEqualTo(new Step.GenerateKeyPair(
                        new KeyAlias("agency-seal"), KeyPairSpec.RSA_3072, Optional.of(Bytes.ofHex("0102"))));
        assertThat(script.protocol().signatureFile()).isEqualTo(folder.resolve("record.json.sig"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ceremony: 2026-01 con dấu mới",
                "purpose: Cấp con dấu cho UBND tỉnh Bắc Kạn",
                "    role: kiểm soát",
                "  profile: softhsm",
                "  label: bac-kan",
                "  pin-file: hsm.pin",
                "  security-officer-pin-file: so.pin",
                "    form: rsa-3072",
                "    alias: record",
                "      organization: UBND tỉnh Bắc Kạn",
                "    file: agency-seal.csr",
                "  file: record.json",
                "  signed-by: record"
            })
    void refusesAFieldThatIsMissing(String line) {
        String name = line.strip().substring(0, line.strip().indexOf(':'));
        assertThatThrownBy(() -> parse(WHOLE.replace(line + "\n", "")))
                .isInstanceOf(ScriptException.class)
                .hasMessageMatching("the field [a-z0-9.\\[\\]-]*" + name + " is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ceremony: |more: 1\\nceremony: |these fields are unknown or irrelevant: more",
                "  label: |  slot: 4\\n  label: |these fields are unknown or irrelevant: token.slot",
                "  label: |  configuration: x\\n  label: |a configuration is irrelevant for SoftHSM",
                "  - step: initialise-token|  - step: initialise-token\\n    alias: x|irrelevant: steps[1].alias",
                "'  - step: initialise-token\\n'||security-officer-pin-file is irrelevant",
                "initialise-token|erase-token|names no step that is known: erase-token",
                "rsa-3072|rsa-1024|a form is rsa-2048",
                "alias: record|alias: Record!|a key alias is",
                "id: 0102|id: xyz|steps[2].id cannot be used",
                "  profile: softhsm|  profile: abacus|no HSM profile is named abacus",
                "module.so|missing.so|no library of SoftHSM",
                "name: Trần Thị Bình|name: Nguyễn Văn An|at least two witnesses",
                "alias: record|alias: agency-seal|the key agency-seal is made twice",
                "label: bac-kan|label: mot-nhan-dai-hon-ba-muoi-hai-octet|at most 32 octets",
                "ceremony: |ceremony: [a]\\npurpose2: |ceremony is one line of text"
            })
    void refusesWhatDoesNotFit(String from, String to, String sentence) {
        String text = unescaped(from);
        assertThat(WHOLE).contains(text);
        String changed = WHOLE.replace(text, to == null ? "" : unescaped(to));
        assertThatThrownBy(() -> parse(changed))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining(sentence);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void refusesStepsThatContradictOneAnother() {
        String destroy = "  - step: destroy-key-pair\n    alias: %s\n    fingerprint: " + "ab".repeat(32) + "\n";
        assertThatThrownBy(() -> parse(WHOLE.replace("protocol:", destroy.formatted("agency-seal") + "protocol:")))
                .hasMessageContaining("made and destroyed in one ceremony");
        String old = WHOLE.replace("protocol:", destroy.formatted("old") + "protocol:");
        assertThat(parse(old).steps()).hasSize(5);
        assertThatThrownBy(() -> parse(old.replace("signed-by: record", "signed-by: old")))
                .hasMessageContaining("signs the record, and is destroyed before");
        assertThatThrownBy(() -> parse(old.replace("ab".repeat(32), "abcd"))).hasMessageContaining("64 hexadecimal");
        String imported = "  - step: import-certificate\n    alias: record\n    file: x.pem\n";
        assertThatThrownBy(() -> parse(WHOLE.replace("protocol:", imported + "protocol:")))
                .hasMessageContaining("cannot exist before the key");
        String late = "  - step: initialise-token\n";
        assertThatThrownBy(() -> parse(WHOLE.replace("protocol:", late + "protocol:")))
                .hasMessageContaining("initialise-token is the first step");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a\n- b\n",
                "just text",
                "a: 1\na: 2\n",
                "a: &x [1]\nb: [*x, *x]\n",
                "a: !!int 5\n",
                "!!null",
                "# nothing\n",
                "a: !!javax.script.ScriptEngineManager [x]\n",
                "? [a]\n: b\n",
                "a: b\n---\nc: d\n",
                "a: \u0000\n"
            })
    void refusesOtherYaml(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(ScriptException.class);
    }

    @Test
    void refusesWhatIsNoUtf8OrTooDeepOrTooLong() {
        assertThatThrownBy(() -> CeremonyFile.parse(new byte[] {(byte) 0xc3, 0x28}, folder))
                .hasMessage("the file is not UTF-8");
        assertThatThrownBy(() -> parse("[".repeat(20_000))).isInstanceOf(ScriptException.class);
        assertThatThrownBy(() -> parse("a: " + "x".repeat(100_000))).isInstanceOf(ScriptException.class);
    }

    @Property(tries = 500)
    void anyTextIsAScriptOrRefused(@ForAll @StringLength(max = 200) String text) {
        assertThatThrownBy(() -> CeremonyFile.parse(text.getBytes(StandardCharsets.UTF_8), Path.of("/none")))
                .isInstanceOf(ScriptException.class);
    }

    private CeremonyScript parse(String text) {
        return CeremonyFile.parse(text.getBytes(StandardCharsets.UTF_8), folder);
    }
}
