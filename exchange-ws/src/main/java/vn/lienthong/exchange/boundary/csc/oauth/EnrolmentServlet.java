package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.oauth.SignIn;
import vn.lienthong.exchange.application.solecontrol.Enrol;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.solecontrol.SigningPin;
import vn.lienthong.exchange.domain.solecontrol.TotpSecret;

/** Where officials come to PIN and one-time passwords, with the code that the operator hands over. */
@WebServlet(name = "csc-enrolment", urlPatterns = EnrolmentPage.PATH)
public class EnrolmentServlet extends OfficialServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentServlet.class);

    private final transient Enrol enrol;
    private final transient FailureTexts texts;

    @Inject
    public EnrolmentServlet(SignIn signIn, Enrol enrol, FailureTexts texts) {
        super(signIn, texts, EnrolmentPage.PATH, EnrolmentTexts.TITLE);
        this.enrol = enrol;
        this.texts = texts;
    }

    @Override
    PageAnswer answer(OfficialCall call) {
        try {
            return switch (call.action()) {
                case "choose" -> choose(call);
                case "confirm" -> confirm(call);
                default -> begin(call, Optional.empty());
            };
        } catch (FailureException e) {
            LOG.info("csc/oauth2/enrolment answered {}", e.failure().code().code());
            return begin(call, Optional.of(texts.detail(e.failure(), call.language())));
        }
    }

    private PageAnswer begin(OfficialCall call, Optional<String> problem) {
        return answer(call, problem, new EnrolmentPage(page(call, problem)).choose(account(call)));
    }

    private PageAnswer choose(OfficialCall call) {
        String pin = call.field("new_pin");
        if (!pin.equals(call.field("pin_again"))) {
            return begin(call, Optional.of(EnrolmentTexts.PINS_DIFFER.in(call.language())));
        }
        OpaqueToken code = code(call);
        TotpSecret secret = enrol.choose(call.official(), code, new SigningPin(pin));
        return answer(call, Optional.empty(), plain(call).scan(account(call), code, secret));
    }

    private PageAnswer confirm(OfficialCall call) {
        OpaqueToken code = code(call);
        try {
            enrol.confirm(call.official(), code, call.field("otp"));
        } catch (FailureException e) {
            if (e.failure().code() != FailureCode.AUTHENTICATION_DATA_INVALID) {
                throw e;
            }
            LOG.info("csc/oauth2/enrolment answered {}", e.failure().code().code());
            Optional<String> problem = Optional.of(texts.detail(e.failure(), call.language()));
            return answer(call, problem, new EnrolmentPage(page(call, problem)).again(account(call), code));
        }
        return answer(call, Optional.empty(), plain(call).done(account(call)));
    }

    private EnrolmentPage plain(OfficialCall call) {
        return new EnrolmentPage(page(call, Optional.empty()));
    }

    private static PageAnswer answer(OfficialCall call, Optional<String> problem, String html) {
        return PageAnswer.page(problem.isPresent() ? 403 : 200, html, call.newCookie());
    }

    private static OpaqueToken code(OfficialCall call) {
        return new OpaqueToken(call.field("code").strip());
    }

    private static String account(OfficialCall call) {
        return call.official().name();
    }
}
