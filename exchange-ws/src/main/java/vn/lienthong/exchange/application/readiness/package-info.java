/** Whether the server can do its work now. Imports domain, application.capacity and vn.lienthong.signer. */
@NullMarked
package vn.lienthong.exchange.application.readiness;

import org.jspecify.annotations.NullMarked;
