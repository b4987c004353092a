package vn.lienthong.exchange.application.oauth;

import java.util.Optional;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.oauth.Grant;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/**
 * Who shows an access token: an application, for an official or for itself.
 *
 * @param official empty where the application acts for itself
 */
public record Holder(Grant grant, OAuthClient client, Optional<Caller> official) {}
