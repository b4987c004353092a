/** What was tried with deliveries, and restoring them. Imports rest.access, rest.http, rest.json, application.setaside and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.setaside;

import org.jspecify.annotations.NullMarked;
