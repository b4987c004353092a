/** Operations that are asked for so often that what JAX-RS does around them would cost more than they do. Imports rest.access, rest.problem and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.direct;

import org.jspecify.annotations.NullMarked;
