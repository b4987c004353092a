/** The server that is measured: where it listens, what it lets in, whose CPU time it uses. Imports http and measure. */
@NullMarked
package vn.lienthong.bench.server;

import org.jspecify.annotations.NullMarked;
