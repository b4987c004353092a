/** What every part of a run works with. Imports measure, server, token. */
@NullMarked
package vn.lienthong.bench.scene;

import org.jspecify.annotations.NullMarked;
