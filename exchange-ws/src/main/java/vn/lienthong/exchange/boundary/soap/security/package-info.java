/** WS-Security: which SOAP requests are believed, and how answers are signed. Imports domain and application.directory. */
@NullMarked
package vn.lienthong.exchange.boundary.soap.security;

import org.jspecify.annotations.NullMarked;
