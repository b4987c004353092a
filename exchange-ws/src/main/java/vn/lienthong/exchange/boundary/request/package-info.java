/** What every HTTP request gets, whatever its protocol: an id that follows it through the logs, and safe response headers. Imports nothing of the project but AllowedApi. */
@NullMarked
package vn.lienthong.exchange.boundary.request;

import org.jspecify.annotations.NullMarked;
