/** What is run before the server, outside its container. Imports infrastructure. */
@NullMarked
package vn.lienthong.exchange.wiring.cli;

import org.jspecify.annotations.NullMarked;
