/** Registers of outgoing and incoming documents. Imports rest.access, rest.http, application and domain. */
@NullMarked
package vn.lienthong.exchange.boundary.rest.registers;

import org.jspecify.annotations.NullMarked;
