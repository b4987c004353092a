/** What several resources show of one thing. Imports domain only. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.view;

import org.jspecify.annotations.NullMarked;
