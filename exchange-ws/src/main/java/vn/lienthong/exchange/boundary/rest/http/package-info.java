/** Header fields and multipart bodies as types. Imports domain only. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.http;

import org.jspecify.annotations.NullMarked;
