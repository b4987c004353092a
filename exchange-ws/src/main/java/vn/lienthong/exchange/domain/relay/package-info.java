/**
 * Other exchanges (trục liên thông) that this one passes messages on to and takes messages from. Imports account, agency,
 * content, delivery and dispatch of the domain.
 */
@NullMarked
package vn.lienthong.exchange.domain.relay;

import org.jspecify.annotations.NullMarked;
