/** The REST API, version 1: its application and what its description says of all operations. Imports rest.problem. */
@NullMarked
package vn.lienthong.exchange.boundary.rest;

import org.jspecify.annotations.NullMarked;
