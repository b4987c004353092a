/** What each signing key may be used for, who decided that, and how often it was used. Imports nothing of the project. */
@NullMarked
package vn.lienthong.exchange.domain.keypolicy;

import org.jspecify.annotations.NullMarked;
