package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.oauth.SignIn;
import vn.lienthong.exchange.application.solecontrol.Passkeys;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.Passkey;
import vn.lienthong.exchange.domain.solecontrol.PasskeyAttestation;
import vn.lienthong.signer.text.Text;

/** Where officials add and remove passkeys. */
@WebServlet(name = "csc-passkeys", urlPatterns = PasskeyPage.PATH)
public class PasskeyServlet extends OfficialServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyServlet.class);
    private static final int LONGEST_LABEL = 100;

    private final transient Passkeys passkeys;
    private final transient FailureTexts texts;

    @Inject
    public PasskeyServlet(SignIn signIn, Passkeys passkeys, FailureTexts texts) {
        super(signIn, texts, PasskeyPage.PATH, PasskeyTexts.TITLE);
        this.passkeys = passkeys;
        this.texts = texts;
    }

    @Override
    Optional<Text> off() {
        return passkeys.relyingParty().isEmpty() ? Optional.of(PasskeyTexts.OFF) : Optional.empty();
    }

    @Override
    PageAnswer answer(OfficialCall call) {
        Optional<String> problem = change(call);
        List<Passkey> known = passkeys.of(call.official());
        PasskeyPrompt prompt = PasskeyPrompt.of(
                passkeys.relyingParty(), Passkeys.enrolment(call.official()), passkeys.nonce(call.official()), known);
        String html =
                new PasskeyPage(page(call, problem)).passkeys(call.official().name(), known, prompt);
        return PageAnswer.page(problem.isPresent() ? 403 : 200, html, call.newCookie());
    }

    /** What went wrong, if anything did. */
    private Optional<String> change(OfficialCall call) {
        try {
            switch (call.action()) {
                case "remove" -> passkeys.remove(call.official(), call.field("passkey_id"));
                case "add" -> {
                    Optional<PasskeyAttestation> attestation = PasskeyAttestation.of(
                            call.field("passkey_nonce"),
                            call.field("passkey_client_data"),
                            call.field("passkey_attestation"));
                    if (attestation.isEmpty()) {
                        return Optional.of(PasskeyTexts.PROBLEM.in(call.language()));
                    }
                    passkeys.enrol(
                            call.official(),
                            label(call.field("label")),
                            GivenFactors.of(call.field("pin"), call.field("otp")),
                            attestation.get());
                }
                default -> {
                    // The page is asked for, and nothing is changed.
                }
            }
            return Optional.empty();
        } catch (FailureException e) {
            LOG.info("csc/oauth2/passkeys answered {}", e.failure().code().code());
            return Optional.of(texts.detail(e.failure(), call.language()));
        }
    }

    private static String label(String given) {
        String label = given.strip();
        if (label.isEmpty()) {
            return "passkey";
        }
        int longest = Math.min(label.codePointCount(0, label.length()), LONGEST_LABEL);
        return label.substring(0, label.offsetByCodePoints(0, longest));
    }
}
