/**
 * Pages and probes for people and machines that watch the server. Imports application.readiness, boundary.request, boundary.rest.json,
 * boundary.rest.problem and boundary.text.
 */
@NullMarked
package vn.lienthong.exchange.boundary.web;

import org.jspecify.annotations.NullMarked;
