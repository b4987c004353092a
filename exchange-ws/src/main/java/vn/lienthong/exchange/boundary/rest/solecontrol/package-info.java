/** How officials come to PIN and one-time passwords. Imports application.solecontrol, boundary.rest.{access,http} and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.solecontrol;

import org.jspecify.annotations.NullMarked;
