/**
 * Signed files in the server's care: completing those that could not be completed at once, and renewing archive timestamps.
 * Imports domain, application.keypolicy and vn.lienthong.signer.
 */
@NullMarked
package vn.lienthong.exchange.application.keeping;

import org.jspecify.annotations.NullMarked;
