/** Header fields and multipart bodies as types. Imports domain and vn.lienthong.signer.algorithm. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.http;

import org.jspecify.annotations.NullMarked;
