/**
 * Signing at a distance: credentials, authorisations by PIN and one-time password, and signatures over what was
 * authorised. Imports application.{capacity,keypolicy,oauth,signing,solecontrol}, domain and vn.lienthong.signer.
 */
@NullMarked
package vn.lienthong.exchange.application.remote;

import org.jspecify.annotations.NullMarked;
