/** Who may use which key for what, how often, and who decides that. Imports domain, application.recent, vn.lienthong.signer.token and algorithm. */
@NullMarked
package vn.lienthong.exchange.application.keypolicy;

import org.jspecify.annotations.NullMarked;
