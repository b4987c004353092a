/**
 * Many documents signed by one request: taking them in, signing them in the background, and giving out results. Imports
 * domain, application.signing, application.keypolicy and vn.lienthong.signer.
 */
@NullMarked
package vn.lienthong.exchange.application.batch;

import org.jspecify.annotations.NullMarked;
