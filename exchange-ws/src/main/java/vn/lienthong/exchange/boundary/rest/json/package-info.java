/** JSON bodies, strict and bounded. Imports domain and vn.lienthong.signer.algorithm. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.json;

import org.jspecify.annotations.NullMarked;
