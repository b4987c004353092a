package vn.lienthong.signer.token.cryptoki;

/** A slot with a token in it. The number is good until the module starts again: SoftHSM gives others then. */
public record Slot(long id, String description, TokenInfo token) {
    static final long SIZE = 112;
}
