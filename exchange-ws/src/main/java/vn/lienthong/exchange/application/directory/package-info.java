/** Use cases of the directory of agencies. Imports domain only. */
@NullMarked
package vn.lienthong.exchange.application.directory;

import org.jspecify.annotations.NullMarked;
