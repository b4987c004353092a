/**
 * Keys in this process's memory, and faults on demand: what tests use in place of a device. Imports {@code algorithm},
 * {@code token} and Bouncy Castle. Never configured in a server: such keys can be copied.
 */
@NullMarked
package vn.lienthong.signer.token.softkey;

import org.jspecify.annotations.NullMarked;
