package vn.lienthong.exchange.boundary.csc.oauth;

import java.util.Optional;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.signer.text.Language;

/**
 * An official who is signed in asks for a page of the official's own, or sent a form of it.
 *
 * @param browser the value of the browser's cookie
 * @param newCookie the same, if the official has signed in just now
 * @param action what the form wants; empty where the page is asked for
 */
record OfficialCall(
        Caller official,
        OpaqueToken browser,
        Optional<OpaqueToken> newCookie,
        FormParameters query,
        FormParameters form,
        String action,
        Language language) {
    /** What the form has in that field; empty where it has nothing. */
    String field(String name) {
        return form.find(name).orElse("");
    }
}
