package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.oauth.Holder;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.Credentials;
import vn.lienthong.exchange.application.solecontrol.Passkeys;
import vn.lienthong.exchange.boundary.rest.json.Json;

/** credentials/list and credentials/info. Source: CSC API v2, sections 11.4 and 11.5. */
final class CredentialMethods {
    private final Credentials credentials;
    private final Passkeys passkeys;
    private final Clock clock;

    CredentialMethods(Credentials credentials, Passkeys passkeys, Clock clock) {
        this.credentials = credentials;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    ObjectNode list(CscCall call) {
        CredentialView.Extent extent = CredentialView.Extent.of(call.body());
        boolean infos = call.body().flag("credentialInfo", false);
        boolean onlyValid = call.body().flag("onlyValid", false);
        Instant now = clock.instant();
        List<Credential> found = of(call.holder(), call.body().optionalText("userID")).stream()
                .filter(credential -> !onlyValid || credential.enabled() && credential.certificateValidAt(now))
                .toList();
        ObjectNode answer = Json.shared().createObjectNode();
        ArrayNode ids = answer.putArray("credentialIDs");
        found.forEach(credential -> ids.add(credential.id().value()));
        if (infos) {
            ArrayNode views = answer.putArray("credentialInfos");
            found.forEach(credential -> {
                ObjectNode view = views.addObject();
                view.put("credentialID", credential.id().value());
                view.setAll(CredentialView.of(credential, extent, auth(call, credential), now));
            });
        }
        if (onlyValid) {
            answer.put("onlyValid", true);
        }
        return answer;
    }

    ObjectNode info(CscCall call) {
        CredentialView.Extent extent = CredentialView.Extent.of(call.body());
        Credential credential = credentials.named(call.holder(), call.body().text("credentialID"));
        return CredentialView.of(credential, extent, auth(call, credential), clock.instant());
    }

    private CredentialView.Auth auth(CscCall call, Credential credential) {
        if (!call.holder().client().explicit()) {
            return CredentialView.Auth.ON_PAGE;
        }
        return passkeys.askedBy(call.holder().client(), credential.official())
                ? CredentialView.Auth.WITH_PASSKEY
                : CredentialView.Auth.BY_PASSWORD;
    }

    /** The user is known by the token, or has to be named; one who does not let the application has no credentials. */
    private List<Credential> of(Holder holder, Optional<String> userId) {
        if (holder.official().isPresent()) {
            if (userId.isPresent()) {
                throw CscRefusal.invalidRequest("userID parameter MUST be null");
            }
            return credentials.of(holder);
        }
        String user = userId.filter(name -> !name.isEmpty())
                .orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter userID"));
        return credentials.of(holder).stream()
                .filter(credential -> credential.official().name().equals(user))
                .toList();
    }
}
