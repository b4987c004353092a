/** The SOAP endpoint on CXF: how a message is read, whose it is, what is answered. Imports boundary.soap, application, domain. */
@NullMarked
package vn.lienthong.exchange.boundary.soap.endpoint;

import org.jspecify.annotations.NullMarked;
