/** What keeps the stores tidy behind everybody's back; imports the domain alone. */
@NullMarked
package vn.lienthong.exchange.application.upkeep;

import org.jspecify.annotations.NullMarked;
