/** Registers as documents: XML by an own schema, PDF as the decree's forms. Imports domain and signer-core. */
@NullMarked
package vn.lienthong.exchange.infrastructure.register;

import org.jspecify.annotations.NullMarked;
