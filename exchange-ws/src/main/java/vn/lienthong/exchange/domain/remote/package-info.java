/**
 * Signing at a distance: which hashes an official has authorised, and what became of each. Imports domain.content.
 */
@NullMarked
package vn.lienthong.exchange.domain.remote;

import org.jspecify.annotations.NullMarked;
