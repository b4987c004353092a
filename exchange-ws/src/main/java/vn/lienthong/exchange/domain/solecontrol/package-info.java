/**
 * What shows that an official, and nobody else, wants a signature: a PIN and a one-time password, and what too many
 * wrong ones lead to. Imports domain.account and domain.content.
 */
@NullMarked
package vn.lienthong.exchange.domain.solecontrol;

import org.jspecify.annotations.NullMarked;
