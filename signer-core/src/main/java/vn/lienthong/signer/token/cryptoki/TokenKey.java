package vn.lienthong.signer.token.cryptoki;

import java.security.PublicKey;
import vn.lienthong.signer.algorithm.Bytes;

/** A key pair on a token: its CKA_ID, its CKA_LABEL, and the public half. */
public record TokenKey(Bytes id, String label, PublicKey publicKey) {}
