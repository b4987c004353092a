/** Judging signed documents. Imports rest.access, rest.http, rest.json, boundary.text, application and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.validation;

import org.jspecify.annotations.NullMarked;
