/** A client of the national axis's REST protocol, as the agencies' systems speak it. Imports {@code demo.http} and {@code demo.story}. */
@NullMarked
package vn.lienthong.demo.vxp;

import org.jspecify.annotations.NullMarked;
