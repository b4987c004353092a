/** The ceremony tool: makes tokens, keys, certificates and what a demo needs of them. */
@NullMarked
package vn.lienthong.hsm;

import org.jspecify.annotations.NullMarked;
