/** The exchange: boundary, application, domain, infrastructure, and the wiring that alone knows them all. */
@NullMarked
package vn.lienthong.exchange;

import org.jspecify.annotations.NullMarked;
