/** Use cases around what receivers can take. Imports application.delivery and domain. */
@NullMarked
package vn.lienthong.exchange.application.capability;

import org.jspecify.annotations.NullMarked;
