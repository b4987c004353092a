package vn.lienthong.exchange.boundary.csc.oauth;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.application.oauth.Clients;
import vn.lienthong.exchange.application.oauth.SignIn;
import vn.lienthong.exchange.application.remote.Approvals;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.boundary.csc.oauth.ApprovalPage.Asked;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.ApprovalRequest;
import vn.lienthong.signer.text.Text;

/** Where officials answer what applications ask for, on a device of their own. */
@WebServlet(name = "csc-approvals", urlPatterns = ApprovalPage.PATH)
public class ApprovalServlet extends OfficialServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalServlet.class);
    private static final String REQUEST = "request";

    private final transient Approvals approvals;
    private final transient Consent consent;
    private final transient Clients clients;
    private final transient FailureTexts texts;

    @Inject
    public ApprovalServlet(SignIn signIn, Approvals approvals, Consent consent, Clients clients, FailureTexts texts) {
        super(signIn, texts, ApprovalPage.PATH, ApprovalTexts.TITLE);
        this.approvals = approvals;
        this.consent = consent;
        this.clients = clients;
        this.texts = texts;
    }

    @Override
    String subject(FormParameters query) {
        return id(query).map(id -> "&" + REQUEST + "=" + id).orElse("");
    }

    @Override
    PageAnswer answer(OfficialCall call) {
        Optional<UUID> id = id(call.query());
        if (id.isEmpty()) {
            return list(call, Optional.empty());
        }
        try {
            return switch (call.action()) {
                case "allow" -> {
                    approvals.approve(call.official(), id.get(), SignaturesPart.given(call.form()));
                    yield done(call, "approved");
                }
                case "deny" -> {
                    approvals.refuse(call.official(), id.get());
                    yield done(call, "refused");
                }
                default -> one(call, id.get(), Optional.empty());
            };
        } catch (FailureException e) {
            LOG.info("csc/oauth2/approvals answered {}", e.failure().code().code());
            return again(call, id.get(), texts.detail(e.failure(), call.language()));
        }
    }

    /** The request once more, if it is still there. */
    private PageAnswer again(OfficialCall call, UUID id, String problem) {
        try {
            return one(call, id, Optional.of(problem));
        } catch (FailureException gone) {
            return list(call, Optional.of(problem));
        }
    }

    private PageAnswer one(OfficialCall call, UUID id, Optional<String> problem) {
        ApprovalRequest request = approvals.pending(call.official(), id);
        SignatureWish wish = SignatureWish.of(request);
        String html = new ApprovalPage(page(call, problem))
                .one(
                        asked(request),
                        wish,
                        consent.credential(call.official(), wish),
                        consent.prompt(call.official(), request.client(), wish));
        return PageAnswer.page(problem.isPresent() ? 403 : 200, html, call.newCookie());
    }

    private PageAnswer list(OfficialCall call, Optional<String> problem) {
        List<Asked> pending =
                approvals.pending(call.official()).stream().map(this::asked).toList();
        Optional<Text> done = call.query().find("done").flatMap(ApprovalServlet::said);
        String html = new ApprovalPage(page(call, problem)).list(call.official().name(), pending, done);
        return PageAnswer.page(problem.isPresent() ? 403 : 200, html, call.newCookie());
    }

    /** Asked for anew, so that a page that is loaded again sends nothing twice. */
    private PageAnswer done(OfficialCall call, String what) {
        String list = new ApprovalPage(page(call, Optional.empty())).listAddress();
        return PageAnswer.to(list + "&done=" + what, Optional.empty());
    }

    private static Optional<Text> said(String done) {
        return switch (done) {
            case "approved" -> Optional.of(ApprovalTexts.APPROVED);
            case "refused" -> Optional.of(ApprovalTexts.REFUSED);
            default -> Optional.empty();
        };
    }

    private Asked asked(ApprovalRequest request) {
        return new Asked(
                request, clients.find(request.client()).map(OAuthClient::name).orElse(request.client()));
    }

    private static Optional<UUID> id(FormParameters query) {
        try {
            return query.find(REQUEST).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
