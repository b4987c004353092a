/** Documents of a given size, made anew. Imports nothing of the project. */
@NullMarked
package vn.lienthong.bench.sample;

import org.jspecify.annotations.NullMarked;
