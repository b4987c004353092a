/** Use cases of the directory of agencies. Imports domain, application.capacity and application.recent. */
@NullMarked
package vn.lienthong.exchange.application.directory;

import org.jspecify.annotations.NullMarked;
