/** What is recorded when a message is accepted, as one. Imports agency, audit, dispatch, edxml of the domain. */
@NullMarked
package vn.lienthong.exchange.domain.acceptance;

import org.jspecify.annotations.NullMarked;
