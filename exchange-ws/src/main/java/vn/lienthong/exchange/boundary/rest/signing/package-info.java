/** Signing documents and digests, timestamps, keys. Imports rest.access, rest.direct, rest.http, rest.json, application and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.signing;

import org.jspecify.annotations.NullMarked;
