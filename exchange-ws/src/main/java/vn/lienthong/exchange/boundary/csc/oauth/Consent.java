package vn.lienthong.exchange.boundary.csc.oauth;

import vn.lienthong.exchange.application.oauth.GrantAccess;
import vn.lienthong.exchange.application.remote.AuthorizeSignatures;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.Credentials;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.solecontrol.GivenFactors;

/** What an official can allow on the pages. */
public record Consent(GrantAccess access, AuthorizeSignatures authorize, Credentials credentials) {
    Credential credential(Caller official, SignatureWish wish) {
        return credentials.named(official, wish.credentialId());
    }

    OpaqueToken service(Caller official, AuthorizationRequest request) {
        return access.service(official, request.codeRequest());
    }

    OpaqueToken signatures(Caller official, AuthorizationRequest request, SignatureWish wish, GivenFactors given) {
        return authorize.onPage(official, request.codeRequest(), wish, given);
    }
}
