/** A client of the SOAP service: WS-Security X.509 and MTOM. Imports {@code demo.http}, {@code demo.xml} and {@code demo.story}. */
@NullMarked
package vn.lienthong.demo.soap;

import org.jspecify.annotations.NullMarked;
