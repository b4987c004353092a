/** Signing, from C_Sign upwards. Imports dss, http, measure, sample, scene, server, token. */
@NullMarked
package vn.lienthong.bench.signer;

import org.jspecify.annotations.NullMarked;
