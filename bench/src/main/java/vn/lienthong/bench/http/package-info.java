/** The cheapest HTTP client that keeps its connection. Imports nothing of the project. */
@NullMarked
package vn.lienthong.bench.http;

import org.jspecify.annotations.NullMarked;
