/** Days and hours of Vietnam: what is a working day, and when one ends. Imports nothing of the project. */
@NullMarked
package vn.lienthong.exchange.domain.calendar;

import org.jspecify.annotations.NullMarked;
