/** One HTTP client for every protocol of the demo. Imports {@code demo.story}. */
@NullMarked
package vn.lienthong.demo.http;

import org.jspecify.annotations.NullMarked;
