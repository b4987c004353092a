/** Who may use which key for what, how often, and who decides that. Imports domain, application.recent and vn.lienthong.signer.token. */
@NullMarked
package vn.lienthong.exchange.application.keypolicy;

import org.jspecify.annotations.NullMarked;
