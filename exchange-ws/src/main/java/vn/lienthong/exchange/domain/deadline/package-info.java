/** Until when something has to be done, by rules that are data. Imports domain.calendar, domain.agency, domain.dispatch. */
@NullMarked
package vn.lienthong.exchange.domain.deadline;

import org.jspecify.annotations.NullMarked;
