/** A client of the REST API, version 1. Imports {@code demo.http} and {@code demo.story}. */
@NullMarked
package vn.lienthong.demo.rest;

import org.jspecify.annotations.NullMarked;
