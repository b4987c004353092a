/** From a failure to the fault that a SOAP caller reads. Imports boundary.text, boundary.soap.message, domain.failure. */
@NullMarked
package vn.lienthong.exchange.boundary.soap.fault;

import org.jspecify.annotations.NullMarked;
