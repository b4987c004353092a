/** Resumable uploads by tus 1.0.0. Imports rest.access, rest.http, application.upload and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.uploads;

import org.jspecify.annotations.NullMarked;
