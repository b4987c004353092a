/** The transparency log as REST shows it to anybody. May import {@code application}, {@code domain} and the sibling packages of REST. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.transparency;

import org.jspecify.annotations.NullMarked;
