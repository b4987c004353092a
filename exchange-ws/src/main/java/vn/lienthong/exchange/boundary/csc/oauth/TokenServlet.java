package vn.lienthong.exchange.boundary.csc.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lienthong.exchange.application.oauth.Clients;
import vn.lienthong.exchange.application.oauth.GrantToClient;
import vn.lienthong.exchange.application.oauth.IssuedTokens;
import vn.lienthong.exchange.application.oauth.Lifetimes;
import vn.lienthong.exchange.application.oauth.PushedRequests;
import vn.lienthong.exchange.application.oauth.RedeemCode;
import vn.lienthong.exchange.application.oauth.RefreshAccess;
import vn.lienthong.exchange.application.oauth.RevokeToken;
import vn.lienthong.exchange.boundary.csc.CscAnswers;
import vn.lienthong.exchange.boundary.csc.CscError;
import vn.lienthong.exchange.boundary.csc.CscErrors;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.boundary.text.FailureTexts;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/** What applications ask for without an official: tokens, their end, and requests left in advance. */
@WebServlet(
        name = "csc-oauth2",
        urlPatterns = {"/csc/v2/oauth2/token", "/csc/v2/oauth2/revoke", "/csc/v2/oauth2/pushed_authorize"})
public class TokenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient ClientProof proof;
    private final transient RedeemCode redeem;
    private final transient RefreshAccess refresh;
    private final transient GrantToClient toClient;
    private final transient RevokeToken revoke;
    private final transient PushedRequests pushed;
    private final transient CscAnswers answers;

    @Inject
    public TokenServlet(
            Clients clients,
            RedeemCode redeem,
            RefreshAccess refresh,
            GrantToClient toClient,
            RevokeToken revoke,
            PushedRequests pushed,
            FailureTexts texts) {
        this.proof = new ClientProof(clients);
        this.redeem = redeem;
        this.refresh = refresh;
        this.toClient = toClient;
        this.revoke = revoke;
        this.pushed = pushed;
        this.answers = new CscAnswers(new CscErrors(texts));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            CscAnswers.noStore(response);
            response.setHeader("Allow", "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String path = request.getServletPath();
        String what = path.substring(path.lastIndexOf('/') + 1);
        try {
            FormParameters form = FormParameters.ofBody(request);
            OAuthClient client = proof.require(request, form);
            switch (what) {
                case "token" -> answers.send(response, HttpServletResponse.SC_OK, body(token(client, form)));
                case "revoke" -> {
                    revoke.revoke(client, form.required("token"));
                    answers.sendNothing(response);
                }
                default -> answers.send(response, HttpServletResponse.SC_CREATED, push(client, form));
            }
        } catch (RuntimeException e) {
            answers.fail(response, "csc/oauth2/" + what, e);
        }
    }

    private IssuedTokens token(OAuthClient client, FormParameters form) {
        return switch (form.required("grant_type")) {
            case "authorization_code" ->
                redeem.redeem(
                        client,
                        form.required("code"),
                        form.find("redirect_uri").orElse(null),
                        form.required("code_verifier"));
            case "refresh_token" -> refresh.refresh(client, form.required("refresh_token"));
            case "client_credentials" -> {
                if (!form.find("scope").orElse("service").equals("service")) {
                    throw new CscRefusal(new CscError(400, "invalid_scope", "Invalid parameter scope"));
                }
                yield toClient.grant(client);
            }
            default ->
                throw new CscRefusal(new CscError(400, "unsupported_grant_type", "Invalid parameter grant_type"));
        };
    }

    private static ObjectNode body(IssuedTokens tokens) {
        ObjectNode body = Json.shared().createObjectNode();
        body.put("access_token", tokens.access().value());
        tokens.refresh().ifPresent(refresh -> body.put("refresh_token", refresh.value()));
        body.put(
                "token_type",
                switch (tokens.kind()) {
                    case BEARER -> "Bearer";
                    case SAD -> "SAD";
                });
        body.put("expires_in", tokens.lifetime().toSeconds());
        tokens.credential().ifPresent(credential -> body.put("credentialID", credential));
        return body;
    }

    /** What is wrong with it is said now, to the application, and not later to the official. */
    private ObjectNode push(OAuthClient client, FormParameters form) {
        // What is pushed is stored: not for strangers, who know the id of a client without a secret as well.
        if (!client.isConfidential()) {
            throw new FailureException(Failure.of(FailureCode.CLIENT_INVALID));
        }
        if (form.find("request_uri").isPresent()) {
            throw CscRefusal.invalidRequest("Invalid parameter request_uri");
        }
        FormParameters parameters = form.without("client_secret")
                .without("client_assertion")
                .without("client_assertion_type")
                .with("client_id", client.id());
        AuthorizationRequests.parse(client, parameters);
        ObjectNode body = Json.shared().createObjectNode();
        body.put("request_uri", pushed.push(client, parameters.encoded()));
        body.put("expires_in", Lifetimes.PUSHED_REQUEST.toSeconds());
        return body;
    }
}
