/**
 * Joins this exchange to others: passes on what is addressed beyond it, and takes what waits for its own agencies there. A
 * peer is one more system with agencies of its own, whose mailboxes and messages follow the rules of any system.
 */
@NullMarked
package vn.lienthong.exchange.application.relay;

import org.jspecify.annotations.NullMarked;
