/** Use cases of the feed: places, pages, waiting. Imports application.delivery and domain. */
@NullMarked
package vn.lienthong.exchange.application.event;

import org.jspecify.annotations.NullMarked;
