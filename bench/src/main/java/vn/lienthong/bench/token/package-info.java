/** The token in this process: bare sessions through the binding, and the pool above it. Imports measure, server, hsm-config. */
@NullMarked
package vn.lienthong.bench.token;

import org.jspecify.annotations.NullMarked;
