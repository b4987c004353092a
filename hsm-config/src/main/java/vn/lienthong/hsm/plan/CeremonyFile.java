package vn.lienthong.hsm.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import vn.lienthong.hsm.plan.Step.InitialiseToken;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.profile.HsmProfile;
import vn.lienthong.signer.token.profile.HsmProfiles;

/**
 * Reads a ceremony file: YAML in which every value is text, nothing refers to anything, and every field has a meaning. Relative
 * paths start at the file's folder.
 *
 * <p>Source: YAML 1.2.2 §10.1 (failsafe schema): {@code 0102} is a key's id and never a number.
 */
public final class CeremonyFile {
    private static final int LARGEST = 64 << 10;

    private CeremonyFile() {}

    /** @throws ScriptException with one sentence if the file is no ceremony */
    public static CeremonyScript read(Path file) {
        byte[] octets;
        try {
            if (Files.size(file) > LARGEST) {
                throw new ScriptException("the file has more than " + LARGEST + " octets");
            }
            octets = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(octets, file.toAbsolutePath().resolveSibling("").normalize());
    }

    static CeremonyScript parse(byte[] octets, Path folder) {
        Fields fields = new Fields("", tree(octets));
        List<Witness> witnesses = new ArrayList<>();
        String name = fields.text("ceremony");
        String purpose = fields.text("purpose");
        for (Fields witness : fields.list("witnesses")) {
            witnesses.add(new Witness(witness.text("name"), witness.text("role")));
            witness.refuseTheRest();
        }
        Fields token = fields.fields("token");
        List<Step> steps = new ArrayList<>();
        for (Fields step : fields.list("steps")) {
            steps.add(Steps.parse(step, folder));
        }
        ProtocolSpec protocol = protocol(fields.fields("protocol"), folder);
        fields.refuseTheRest();
        boolean makesToken = steps.stream().anyMatch(InitialiseToken.class::isInstance);
        return new CeremonyScript(
                name,
                purpose,
                witnesses,
                token(token, folder, makesToken),
                steps,
                protocol,
                DigestAlgorithm.SHA256.digest(octets).value());
    }

    private static Object tree(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new FailsafeSchema())
                    // What an empty document is made by; the engine's failsafe schema has nothing for it, and fails.
                    .setTagConstructors(Map.of(Tag.NULL, node -> ""))
                    .setAllowDuplicateKeys(false)
                    .setAllowRecursiveKeys(false)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(LARGEST)
                    .build();
            return new Load(settings).loadFromString(text);
        } catch (CharacterCodingException e) {
            throw new ScriptException("the file is not UTF-8");
        } catch (YamlEngineException | StackOverflowError e) {
            throw new ScriptException("the file is not the YAML that is read here: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static TokenSpec token(Fields fields, Path folder, boolean makesToken) {
        HsmProfile profile = fields.read("profile", HsmProfiles::named);
        String label = fields.text("label");
        Optional<Path> library =
                fields.readOptional("module-path", text -> folder.resolve(text).normalize());
        Optional<String> configuration = fields.optional("configuration");
        Path pinFile = fields.path("pin-file", folder);
        Optional<Path> securityOfficer = fields.readOptional(
                "security-officer-pin-file", text -> folder.resolve(text).normalize());
        fields.refuseTheRest();
        if (makesToken && securityOfficer.isEmpty()) {
            throw fields.missing("security-officer-pin-file");
        }
        if (!makesToken && securityOfficer.isPresent()) {
            throw fields.refused("security-officer-pin-file", "is irrelevant, for no token is initialised");
        }
        try {
            return new TokenSpec(
                    profile,
                    profile.library(library),
                    profile.module(configuration, label),
                    label,
                    pinFile,
                    securityOfficer);
        } catch (ScriptException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ScriptException("the token cannot be used: " + e.getMessage());
        }
    }

    private static ProtocolSpec protocol(Fields fields, Path folder) {
        ProtocolSpec protocol = new ProtocolSpec(fields.path("file", folder), fields.read("signed-by", KeyAlias::new));
        fields.refuseTheRest();
        return protocol;
    }
}
