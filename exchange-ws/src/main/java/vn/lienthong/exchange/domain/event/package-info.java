/** What happened that an agency's systems want to be told of. Imports domain.agency, domain.delivery, domain.dispatch, domain.edxml. */
@NullMarked
package vn.lienthong.exchange.domain.event;

import org.jspecify.annotations.NullMarked;
