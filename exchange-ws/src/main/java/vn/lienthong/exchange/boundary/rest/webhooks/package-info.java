/** Webhooks of the caller's agencies. Imports rest.access, rest.http, rest.json, application.webhook and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.webhooks;

import org.jspecify.annotations.NullMarked;
