/** The demo: one signed dispatch on its way through a running server, told step by step. A client of the server's public protocols alone. */
@NullMarked
package vn.lienthong.demo;

import org.jspecify.annotations.NullMarked;
