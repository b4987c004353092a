package vn.lienthong.exchange.boundary.csc.oauth;

import vn.lienthong.signer.text.Language;

/**
 * A page that is asked for, or a form that was sent.
 *
 * @param query of the page's address
 * @param form empty where the page is asked for
 */
record PageCall(
        AuthorizationRequest request, FormParameters query, FormParameters form, boolean post, Language language) {}
