/**
 * The one place that knows both ports and adapters: reads the configuration, builds the objects, starts and stops them.
 * Imports everything; nothing imports it.
 */
@NullMarked
package vn.lienthong.exchange.wiring;

import org.jspecify.annotations.NullMarked;
