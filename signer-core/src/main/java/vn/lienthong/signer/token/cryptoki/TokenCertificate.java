package vn.lienthong.signer.token.cryptoki;

import vn.lienthong.signer.algorithm.Bytes;

/**
 * A certificate on a token.
 *
 * @param id its CKA_ID, that of its key pair; empty where the token has none
 * @param der as it is stored, which is not yet a proof that it is one
 */
public record TokenCertificate(Bytes id, Bytes der) {}
