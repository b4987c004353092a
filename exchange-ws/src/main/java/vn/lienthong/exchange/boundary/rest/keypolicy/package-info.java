/** Key policies over REST, for operators. Imports rest.access, rest.http, rest.json, application and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.keypolicy;

import org.jspecify.annotations.NullMarked;
