/** Failures as problem details (RFC 9457). Imports boundary.text, boundary.request, rest.json and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.problem;

import org.jspecify.annotations.NullMarked;
