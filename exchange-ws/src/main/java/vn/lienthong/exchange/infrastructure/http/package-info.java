/** What the server says to others over HTTP by itself, at registered addresses alone. Imports domain and signer.revocation. */
@NullMarked
package vn.lienthong.exchange.infrastructure.http;

import org.jspecify.annotations.NullMarked;
