package vn.lienthong.hsm.ceremony;

import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;

/**
 * One key as {@code keys.json} describes it.
 *
 * @param chain file of its certificate chain, relative to the state folder
 */
public record KeyEntry(KeyAlias alias, SignatureScheme scheme, String chain, String purpose) {}
