package vn.lienthong.hsm.perform;

import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hsm.perform.Deed.Outcome;
import vn.lienthong.hsm.plan.ScriptException;
import vn.lienthong.hsm.plan.Step;
import vn.lienthong.hsm.plan.Step.DestroyKeyPair;
import vn.lienthong.hsm.plan.Step.GenerateKeyPair;
import vn.lienthong.hsm.plan.Step.ImportCertificate;
import vn.lienthong.hsm.plan.Step.InitialiseToken;
import vn.lienthong.hsm.plan.Step.RequestCertificate;
import vn.lienthong.hsm.plan.TokenSpec;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.CryptokiModule;
import vn.lienthong.signer.token.cryptoki.SessionAccess;
import vn.lienthong.signer.token.cryptoki.TokenKey;
import vn.lienthong.signer.token.cryptoki.TokenSetup;

/** Does the steps, one after the other, and stops at the first that fails. To be rehearsed right before. */
public final class Performance implements AutoCloseable {
    private final TokenSpec spec;
    private @Nullable OpenToken token;

    public Performance(TokenSpec spec) {
        this.spec = spec;
    }

    /** One deed a step, in their order. */
    public List<Deed> run(List<Step> steps) {
        List<Deed> deeds = new ArrayList<>();
        boolean failed = false;
        for (Step step : steps) {
            Map<String, String> facts = new LinkedHashMap<>();
            Outcome outcome = failed ? Outcome.NOT_BEGUN : attempt(step, facts);
            failed |= outcome != Outcome.DONE;
            deeds.add(new Deed(step.name(), outcome, facts));
        }
        return List.copyOf(deeds);
    }

    /** The token as the steps left it, logged in to. */
    public OpenToken token() throws TokenFault {
        OpenToken open = token;
        if (open == null) {
            open = OpenToken.open(spec, SessionAccess.READ_WRITE);
            token = open;
        }
        return open;
    }

    private Outcome attempt(Step step, Map<String, String> facts) {
        try {
            perform(step, facts);
            return Outcome.DONE;
        } catch (TokenFault | ScriptException | UncheckedIOException e) {
            facts.put("reason", String.valueOf(e.getMessage()));
            return Outcome.FAILED;
        }
    }

    private void perform(Step step, Map<String, String> facts) throws TokenFault {
        switch (step) {
            case InitialiseToken _ -> initialise(facts);
            case GenerateKeyPair make -> {
                facts.put("alias", make.alias().value());
                if (token().find(make.alias()).isPresent()) {
                    throw new TokenFault(
                            FaultKind.REQUEST_REFUSED,
                            "KEY_EXISTS",
                            make.alias().value());
                }
                Bytes id = make.id().orElse(octets(make.alias()));
                TokenKey key =
                        token().pairs().generate(make.form(), id, make.alias().value());
                facts.put("form", make.form().name());
                facts.put("id", id.hex());
                facts.put("fingerprint", Fingerprint.of(key.publicKey()).hex());
            }
            case RequestCertificate request -> {
                facts.put("alias", request.alias().value());
                facts.putAll(CertificationRequest.write(token(), request));
            }
            case ImportCertificate certificate -> importCertificate(certificate, facts);
            case DestroyKeyPair destroy -> destroy(destroy, facts);
        }
    }

    private void initialise(Map<String, String> facts) throws TokenFault {
        facts.put("label", spec.label());
        try (CryptokiModule module = CryptokiModule.open(spec.library(), spec.module());
                Pin securityOfficer = PinFile.read(spec.securityOfficerPinFile().orElseThrow(), spec.profile());
                Pin user = PinFile.read(spec.pinFile(), spec.profile())) {
            facts.put(
                    "serial-number",
                    TokenSetup.create(module, spec.label(), securityOfficer, user)
                            .token()
                            .serialNumber());
        }
    }

    private void importCertificate(ImportCertificate step, Map<String, String> facts) throws TokenFault {
        facts.put("alias", step.alias().value());
        TokenKey key = token().require(step.alias());
        try {
            X509Certificate certificate = CertificateOf.file(step.file());
            if (!Fingerprint.of(certificate.getPublicKey()).equals(Fingerprint.of(key.publicKey()))) {
                throw new ScriptException("the certificate in " + step.file() + " is of another key");
            }
            token().pairs().store(certificate, key.id(), step.alias().value());
            facts.put("fingerprint", Fingerprint.of(key.publicKey()).hex());
            facts.put("certificate-sha256", Digests.hex(certificate.getEncoded()));
            facts.put("subject", certificate.getSubjectX500Principal().getName());
            facts.put("not-after", certificate.getNotAfter().toInstant().toString());
        } catch (GeneralSecurityException e) {
            throw new ScriptException("the file " + step.file() + " holds no certificate");
        }
    }

    /** The certificates under the key's label go with it. */
    private void destroy(DestroyKeyPair step, Map<String, String> facts) throws TokenFault {
        facts.put("alias", step.alias().value());
        TokenKey key = token().require(step.alias());
        Bytes fingerprint = Fingerprint.of(key.publicKey());
        if (!fingerprint.equals(step.fingerprint())) {
            throw new ScriptException("the key " + step.alias() + " has another fingerprint than the one given");
        }
        int objects = token().destroy(key);
        facts.put("fingerprint", fingerprint.hex());
        facts.put("objects", Integer.toString(objects));
        if (token().find(step.alias()).isPresent()) {
            throw new TokenFault(
                    FaultKind.REQUEST_REFUSED, "KEY_REMAINS", step.alias().value());
        }
    }

    private static Bytes octets(KeyAlias alias) {
        return Bytes.of(alias.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        Optional.ofNullable(token).ifPresent(OpenToken::close);
    }
}
