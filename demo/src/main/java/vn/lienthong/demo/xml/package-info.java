/** XML read safely. Imports {@code demo.story}. */
@NullMarked
package vn.lienthong.demo.xml;

import org.jspecify.annotations.NullMarked;
