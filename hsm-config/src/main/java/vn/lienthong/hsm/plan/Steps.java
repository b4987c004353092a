package vn.lienthong.hsm.plan;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.lienthong.hsm.pki.DistinguishedName;
import vn.lienthong.hsm.plan.Step.DestroyKeyPair;
import vn.lienthong.hsm.plan.Step.GenerateKeyPair;
import vn.lienthong.hsm.plan.Step.ImportCertificate;
import vn.lienthong.hsm.plan.Step.InitialiseToken;
import vn.lienthong.hsm.plan.Step.RequestCertificate;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;

/** Reads steps, and refuses an order of them that cannot be meant. */
public final class Steps {
    private static final int FINGERPRINT = 32;

    private Steps() {}

    static Step parse(Fields fields, Path folder) {
        String name = fields.text("step");
        Step step = switch (name) {
            case "initialise-token" -> new InitialiseToken();
            case "generate-key-pair" ->
                new GenerateKeyPair(
                        fields.read("alias", KeyAlias::new),
                        fields.read("form", Steps::form),
                        fields.readOptional("id", Bytes::ofHex));
            case "request-certificate" ->
                new RequestCertificate(
                        fields.read("alias", KeyAlias::new),
                        subject(fields.fields("subject")),
                        fields.path("file", folder));
            case "import-certificate" ->
                new ImportCertificate(fields.read("alias", KeyAlias::new), fields.path("file", folder));
            case "destroy-key-pair" ->
                new DestroyKeyPair(fields.read("alias", KeyAlias::new), fields.read("fingerprint", Steps::fingerprint));
            default -> throw fields.refused("step", "names no step that is known: " + name);
        };
        fields.refuseTheRest();
        return step;
    }

    /** As files and command lines spell it: {@code rsa-3072}, {@code ec-p256}, {@code ed25519}. */
    public static KeyPairSpec form(String text) {
        for (KeyPairSpec spec : KeyPairSpec.values()) {
            if (spec.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return spec;
            }
        }
        throw new IllegalArgumentException(
                "a form is rsa-2048, rsa-3072, rsa-4096, ec-p256, ec-p384, ec-p521 or ed25519, not " + text);
    }

    /** SHA-256 as 64 hexadecimal digits; colons and blanks between them are read over. */
    public static Bytes fingerprint(String text) {
        Bytes octets = Bytes.ofHex(text.replaceAll("[:\\s]", ""));
        if (octets.length() != FINGERPRINT) {
            throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
        }
        return octets;
    }

    private static DistinguishedName subject(Fields fields) {
        DistinguishedName subject = new DistinguishedName(
                fields.text("common-name"), fields.optional("title").orElse(null), fields.text("organization"));
        fields.refuseTheRest();
        return subject;
    }

    /** @throws ScriptException if the steps contradict one another */
    static void requireSensible(List<Step> steps) {
        Set<KeyAlias> made = new HashSet<>();
        Set<KeyAlias> destroyed = new HashSet<>();
        for (Step step : steps) {
            switch (step) {
                case InitialiseToken _ -> require(steps.getFirst() == step, "initialise-token is the first step");
                case GenerateKeyPair make -> {
                    require(made.add(make.alias()), "the key " + make.alias() + " is made twice");
                    require(
                            !destroyed.contains(make.alias()),
                            "the key " + make.alias() + " is destroyed and made again; use another alias");
                }
                case RequestCertificate request ->
                    require(!destroyed.contains(request.alias()), request.alias() + " is destroyed before");
                case ImportCertificate certificate ->
                    require(
                            !made.contains(certificate.alias()),
                            "a certificate of the key " + certificate.alias() + " cannot exist before the key");
                case DestroyKeyPair destroy -> {
                    require(
                            !made.contains(destroy.alias()),
                            "the key " + destroy.alias() + " is made and destroyed in one ceremony");
                    require(destroyed.add(destroy.alias()), "the key " + destroy.alias() + " is destroyed twice");
                }
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ScriptException(otherwise);
        }
    }
}
