package vn.lienthong.hsm.perform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hsm.plan.Step;
import vn.lienthong.hsm.plan.Step.DestroyKeyPair;
import vn.lienthong.hsm.plan.Step.GenerateKeyPair;
import vn.lienthong.hsm.plan.Step.ImportCertificate;
import vn.lienthong.hsm.plan.Step.InitialiseToken;
import vn.lienthong.hsm.plan.Step.RequestCertificate;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.CryptokiModule;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;
import vn.lienthong.signer.token.cryptoki.Mechanism;
import vn.lienthong.signer.token.cryptoki.MechanismInfo;
import vn.lienthong.signer.token.cryptoki.TokenKey;

/** What is in the way of one step after the other, on a token that had these keys before. Used by one thread. */
final class StepCheck {
    private final CryptokiModule module;
    private final long slot;
    private final Map<KeyAlias, TokenKey> keys;
    private final Set<KeyAlias> made = new HashSet<>();
    private final Set<Path> written = new HashSet<>();

    StepCheck(CryptokiModule module, long slot, Map<KeyAlias, TokenKey> keys) {
        this.module = module;
        this.slot = slot;
        this.keys = keys;
    }

    boolean knows(KeyAlias alias) {
        return keys.containsKey(alias) || made.contains(alias);
    }

    List<String> problems(Step step) throws TokenFault {
        List<String> problems = new ArrayList<>();
        switch (step) {
            case InitialiseToken _ -> {}
            case GenerateKeyPair make -> {
                if (knows(make.alias())) {
                    problems.add("a key " + make.alias() + " is there already");
                }
                make.id()
                        .filter(id -> keys.values().stream().anyMatch(k -> k.id().equals(id)))
                        .ifPresent(id -> problems.add("a key with the id " + id.hex() + " is there already"));
                if (!generates(make.form())) {
                    problems.add("the token makes no " + make.form() + " key pairs that sign");
                }
                made.add(make.alias());
            }
            case RequestCertificate request -> {
                requireKey(request.alias(), problems);
                requireNewFile(request.file(), problems);
            }
            case ImportCertificate certificate -> checkCertificate(certificate, problems);
            case DestroyKeyPair destroy -> {
                @Nullable TokenKey key = keys.get(destroy.alias());
                requireKey(destroy.alias(), problems);
                if (key != null && !Fingerprint.of(key.publicKey()).equals(destroy.fingerprint())) {
                    problems.add("the key " + destroy.alias() + " has another fingerprint than the one given");
                }
            }
        }
        return problems;
    }

    private void requireKey(KeyAlias alias, List<String> problems) {
        if (!knows(alias)) {
            problems.add("there is no key " + alias);
        }
    }

    private void requireNewFile(Path file, List<String> problems) {
        if (Files.exists(file) || !written.add(file)) {
            problems.add("the file " + file + " is there already");
        }
        if (!Files.isWritable(file.toAbsolutePath().resolveSibling("."))) {
            problems.add("no file can be written beside " + file);
        }
    }

    private void checkCertificate(ImportCertificate step, List<String> problems) {
        requireKey(step.alias(), problems);
        @Nullable TokenKey key = keys.get(step.alias());
        try {
            X509Certificate certificate = CertificateOf.file(step.file());
            if (key != null
                    && !Arrays.equals(
                            certificate.getPublicKey().getEncoded(),
                            key.publicKey().getEncoded())) {
                problems.add("the certificate in " + step.file() + " is of another key");
            }
        } catch (GeneralSecurityException e) {
            problems.add("the file " + step.file() + " holds no certificate");
        }
    }

    private boolean generates(KeyPairSpec form) throws TokenFault {
        return switch (form.kind()) {
            case RSA -> generatesAndSigns(Mechanism.CKM_RSA_PKCS_KEY_PAIR_GEN, Mechanism.CKM_RSA_PKCS);
            case EC -> generatesAndSigns(Mechanism.CKM_EC_KEY_PAIR_GEN, Mechanism.CKM_ECDSA);
            case ED25519 -> generatesAndSigns(Mechanism.CKM_EC_EDWARDS_KEY_PAIR_GEN, Mechanism.CKM_EDDSA);
        };
    }

    private boolean generatesAndSigns(Mechanism generating, Mechanism signing) throws TokenFault {
        return has(generating, MechanismInfo::generatesKeyPairs) && has(signing, MechanismInfo::signs);
    }

    private boolean has(Mechanism mechanism, Predicate<MechanismInfo> use) throws TokenFault {
        try {
            return use.test(module.mechanism(slot, mechanism));
        } catch (TokenFault fault) {
            if (fault.kind() == FaultKind.SCHEME_NOT_SUPPORTED) {
                return false;
            }
            throw fault;
        }
    }
}
