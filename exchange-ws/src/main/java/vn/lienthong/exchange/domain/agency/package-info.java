/** Agencies (cơ quan), their identifiers, and the systems that act for them. Imports domain.failure at most. */
@NullMarked
package vn.lienthong.exchange.domain.agency;

import org.jspecify.annotations.NullMarked;
