package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.oauth.GrantAccess;
import vn.lienthong.exchange.application.remote.AuthorizeSignatures;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.Credentials;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.application.solecontrol.Passkeys;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;
import vn.lienthong.exchange.domain.solecontrol.Passkey;

/** What an official can allow on the pages. */
public record Consent(GrantAccess access, AuthorizeSignatures authorize, Credentials credentials, Passkeys passkeys) {
    /** What the official's authenticators are asked; empty where there are none. */
    Optional<PasskeyPrompt> prompt(Caller official, String client, SignatureWish wish) {
        List<Passkey> known = passkeys.relyingParty().isEmpty() ? List.of() : passkeys.of(official);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(PasskeyPrompt.of(
                        passkeys.relyingParty(),
                        AuthorizeSignatures.commitment(client, wish),
                        passkeys.nonce(official),
                        known));
    }

    Credential credential(Caller official, SignatureWish wish) {
        return credentials.wanted(official, wish);
    }

    OpaqueToken service(Caller official, AuthorizationRequest request) {
        return access.service(official, request.codeRequest());
    }

    OpaqueToken signatures(Caller official, AuthorizationRequest request, SignatureWish wish, GivenFactors given) {
        return authorize.onPage(official, request.codeRequest(), wish, given);
    }
}
