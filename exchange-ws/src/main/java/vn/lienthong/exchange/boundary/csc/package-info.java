/**
 * The CSC API, version 2: signing with officials' keys from other applications. Imports application.{oauth,remote,
 * signing}, boundary.text, boundary.rest.json, domain and vn.lienthong.signer.
 */
@NullMarked
package vn.lienthong.exchange.boundary.csc;

import org.jspecify.annotations.NullMarked;
