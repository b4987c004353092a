package vn.lienthong.hsm.perform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.hsm.plan.ScriptException;
import vn.lienthong.hsm.plan.Step;
import vn.lienthong.hsm.plan.Step.InitialiseToken;
import vn.lienthong.hsm.plan.TokenSpec;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.CryptokiModule;
import vn.lienthong.signer.token.cryptoki.SessionAccess;
import vn.lienthong.signer.token.cryptoki.Slot;
import vn.lienthong.signer.token.cryptoki.TokenKey;

/**
 * Looks at everything that the steps need and changes nothing: the module, the PINs, the keys that are there, the files. It
 * logs in once, in a session that cannot write.
 */
public final class Rehearsal {
    private final TokenSpec spec;
    private final List<Step> steps;
    private final Optional<KeyAlias> signer;

    /** @param signer the key that is to sign the record, if there is one */
    public Rehearsal(TokenSpec spec, List<Step> steps, Optional<KeyAlias> signer) {
        this.spec = spec;
        this.steps = List.copyOf(steps);
        this.signer = signer;
    }

    /**
     * Returns if every step can be done as far as can be told beforehand.
     *
     * @throws ScriptException with a sentence for each thing in the way
     * @throws TokenFault if the module or the token does not answer, or refuses the PIN
     */
    public void run() throws TokenFault {
        List<String> problems = new ArrayList<>();
        if (!steps.isEmpty() && steps.getFirst() instanceof InitialiseToken) {
            emptyPlace(problems);
        } else {
            knownToken(problems);
        }
        if (!problems.isEmpty()) {
            throw new ScriptException(problems);
        }
    }

    private void emptyPlace(List<String> problems) throws TokenFault {
        if (!spec.profile().initialisesTokens()) {
            problems.add("a token of " + spec.profile().product() + " is not made by C_InitToken");
            return;
        }
        readPins(problems);
        try (CryptokiModule module = CryptokiModule.open(spec.library(), spec.module())) {
            if (module.slotOf(spec.label()).isPresent()) {
                problems.add("a token labelled " + spec.label() + " is there already");
            }
            Optional<Slot> free = module.freeSlot();
            if (free.isEmpty()) {
                problems.add("every slot of the module holds an initialised token");
            } else {
                checkSteps(new StepCheck(module, free.get().id(), new LinkedHashMap<>()), problems);
            }
        }
    }

    private void readPins(List<String> problems) {
        for (var file : List.of(spec.pinFile(), spec.securityOfficerPinFile().orElse(spec.pinFile()))) {
            try (Pin pin = PinFile.read(file, spec.profile())) {
                assert pin != null;
            } catch (ScriptException e) {
                problems.addAll(e.sentences());
            }
        }
    }

    private void knownToken(List<String> problems) throws TokenFault {
        try (OpenToken token = OpenToken.open(spec, SessionAccess.READ_ONLY)) {
            Map<KeyAlias, TokenKey> keys = new LinkedHashMap<>();
            for (TokenKey key : token.pairs().all()) {
                if (key.label().matches("[a-z0-9][a-z0-9._-]{0,63}")
                        && keys.put(new KeyAlias(key.label()), key) != null) {
                    problems.add("the token has two keys labelled " + key.label());
                }
            }
            checkSteps(new StepCheck(token.module(), token.slot().id(), keys), problems);
        }
    }

    private void checkSteps(StepCheck check, List<String> problems) throws TokenFault {
        for (int i = 0; i < steps.size(); i++) {
            for (String problem : check.problems(steps.get(i))) {
                problems.add("step " + (i + 1) + ", " + steps.get(i).name() + ": " + problem);
            }
        }
        signer.filter(key -> !check.knows(key))
                .ifPresent(key -> problems.add("the key " + key + " that is to sign the record is not there"));
    }
}
