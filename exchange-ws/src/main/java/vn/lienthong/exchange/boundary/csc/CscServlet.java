package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.oauth.AccessTokens;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.oauth.StoredResponses;
import vn.lienthong.exchange.application.remote.Approvals;
import vn.lienthong.exchange.application.remote.AuthorizeSignatures;
import vn.lienthong.exchange.application.remote.Credentials;
import vn.lienthong.exchange.application.remote.SignAuthorizedDocuments;
import vn.lienthong.exchange.application.remote.SignAuthorizedHashes;
import vn.lienthong.exchange.application.signing.IssueTimestamp;
import vn.lienthong.exchange.application.solecontrol.Passkeys;
import vn.lienthong.exchange.boundary.door.Visit;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The methods of the CSC API, but for OAuth 2.0. All but info want an access token. */
@WebServlet(name = "csc", urlPatterns = "/csc/v2/*")
public class CscServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String INFO = "info";
    private static final String SIGN_HASH = "signatures/signHash";
    private static final String SIGN_DOC = "signatures/signDoc";

    /** As the server's own methods are listed in info; sendOTP, of the first version, is served and not listed. */
    private static final List<String> LISTED = List.of(
            "oauth2/authorize",
            "oauth2/pushed_authorize",
            "oauth2/token",
            "oauth2/revoke",
            "credentials/list",
            "credentials/info",
            "credentials/authorize",
            "credentials/authorizeCheck",
            "credentials/extendTransaction",
            "credentials/getChallenge",
            SIGN_HASH,
            SIGN_DOC,
            "signatures/signPolling",
            "signatures/timestamp");

    /** Source: RFC 6750 §2.1. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{16,512}=*)");

    private final transient AccessTokens tokens;
    private final transient InfoMethod info;
    private final transient SignatureMethods signatures;
    private final transient SignDocMethod signDoc;
    private final transient Map<String, Function<CscCall, CscReply>> methods;
    private final transient CscAnswers answers;

    @Inject
    public CscServlet(
            AccessTokens tokens,
            Credentials credentials,
            AuthorizeSignatures authorize,
            Approvals approvals,
            Passkeys passkeys,
            SignAuthorizedHashes signing,
            SignAuthorizedDocuments documents,
            IssueTimestamp timestamps,
            StoredResponses responses,
            CscSettings settings,
            FailureTexts texts,
            Clock clock) {
        this.tokens = tokens;
        this.info = new InfoMethod(settings, LISTED);
        this.signatures = new SignatureMethods(signing, timestamps, responses);
        this.signDoc =
                new SignDocMethod(documents, responses, settings.temporaryFolder(), settings.mostDocumentOctets());
        CredentialMethods known = new CredentialMethods(credentials, passkeys, clock);
        AuthorizationMethods authorization = new AuthorizationMethods(authorize, approvals, credentials, passkeys);
        this.methods = Map.of(
                "credentials/list", ok(known::list),
                "credentials/info", ok(known::info),
                "credentials/authorize", authorization::authorize,
                "credentials/authorizeCheck", authorization::authorizeCheck,
                "credentials/extendTransaction", ok(authorization::extendTransaction),
                "credentials/getChallenge", authorization::getChallenge,
                "credentials/sendOTP", ok(authorization::sendOtp),
                "signatures/signPolling", ok(signatures::signPolling),
                "signatures/timestamp", ok(signatures::timestamp));
        this.answers = new CscAnswers(new CscErrors(texts));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        boolean served = method.equals(INFO)
                || method.equals(SIGN_HASH)
                || method.equals(SIGN_DOC)
                || methods.containsKey(method);
        if (!served) {
            CscAnswers.noStore(response);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean get = request.getMethod().equals("GET") && method.equals(INFO);
        if (!get && !request.getMethod().equals("POST")) {
            CscAnswers.noStore(response);
            response.setHeader("Allow", method.equals(INFO) ? "GET, POST" : "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try {
            answer(method, request, response);
        } catch (RuntimeException e) {
            answers.fail(response, "csc/" + method, e);
        }
    }

    private void answer(String method, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (method.equals(INFO)) {
            answers.send(response, HttpServletResponse.SC_OK, info.info(ServerAddress.of(request)));
            return;
        }
        // Nobody's body is read before it is known who sends it.
        OpaqueToken bearer = bearer(request).orElseThrow(CscServlet::unauthorized);
        @Nullable Holder holder = tokens.holder(bearer).orElse(null);
        if (holder != null) {
            Visit.admit(request, holder.client().id());
        }
        if (method.equals(SIGN_HASH) || method.equals(SIGN_DOC)) {
            sign(method, holder, bearer, request, response);
            return;
        }
        if (holder == null) {
            throw unauthorized();
        }
        CscCall call = new CscCall(holder, CscBody.read(request));
        CscReply reply = Objects.requireNonNull(methods.get(method)).apply(call);
        ObjectNode body = reply.body();
        if (body == null) {
            answers.sendNothing(response);
        } else {
            answers.send(response, reply.status(), body);
        }
    }

    private void sign(
            String method,
            @Nullable Holder holder,
            OpaqueToken bearer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            if (method.equals(SIGN_DOC)) {
                signDoc.answer(holder, bearer, request, response);
            } else {
                ObjectNode answer = signatures.signHash(holder, bearer, CscBody.read(request));
                answers.send(response, HttpServletResponse.SC_OK, answer);
            }
        } catch (FailureException e) {
            if (holder == null && e.failure().code() == FailureCode.AUTHORIZATION_INVALID) {
                throw unauthorized();
            }
            throw e;
        }
    }

    private static Function<CscCall, CscReply> ok(Function<CscCall, ObjectNode> method) {
        return call -> CscReply.ok(method.apply(call));
    }

    private static Optional<OpaqueToken> bearer(HttpServletRequest request) {
        String field = request.getHeader("Authorization");
        if (field == null) {
            return Optional.empty();
        }
        Matcher matcher = BEARER.matcher(field);
        return matcher.matches() ? Optional.of(new OpaqueToken(matcher.group(1))) : Optional.empty();
    }

    private static FailureException unauthorized() {
        return new FailureException(Failure.of(FailureCode.CREDENTIALS_INVALID));
    }
}
