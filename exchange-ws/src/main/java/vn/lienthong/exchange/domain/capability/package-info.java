/** What receivers can take. Imports domain.agency, domain.dispatch. */
@NullMarked
package vn.lienthong.exchange.domain.capability;

import org.jspecify.annotations.NullMarked;
