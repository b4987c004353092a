/** Figures for an operator's monitoring. Imports rest.access, application.readiness and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.metrics;

import org.jspecify.annotations.NullMarked;
