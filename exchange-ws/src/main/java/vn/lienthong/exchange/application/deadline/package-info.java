/** Deadlines: they begin, are met or missed, and are reported. Imports domain and application.recent. */
@NullMarked
package vn.lienthong.exchange.application.deadline;

import org.jspecify.annotations.NullMarked;
