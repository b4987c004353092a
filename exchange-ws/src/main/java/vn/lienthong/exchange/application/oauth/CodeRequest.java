package vn.lienthong.exchange.application.oauth;

import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.oauth.OAuthClient;

/**
 * What an authorisation code is bound to, as the request said it.
 *
 * @param redirectUri as the request named it, or null if it named none
 * @param codeChallenge of the method S256
 */
public record CodeRequest(OAuthClient client, @Nullable String redirectUri, String codeChallenge) {}
