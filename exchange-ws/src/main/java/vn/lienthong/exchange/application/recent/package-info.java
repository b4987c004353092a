/** What was looked up a moment ago. Imports nothing of the project. */
@NullMarked
package vn.lienthong.exchange.application.recent;

import org.jspecify.annotations.NullMarked;
