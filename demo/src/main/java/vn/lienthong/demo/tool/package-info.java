/** Programs of other makers that judge what was made here. Imports {@code demo.story}. */
@NullMarked
package vn.lienthong.demo.tool;

import org.jspecify.annotations.NullMarked;
