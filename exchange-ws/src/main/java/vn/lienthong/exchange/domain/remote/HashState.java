package vn.lienthong.exchange.domain.remote;

/** What became of one authorised hash. It only ever goes forward, but for {@link #RESERVED} where nothing was signed. */
public enum HashState {
    /** The official wants it signed. */
    AUTHORIZED,
    /** A node set about signing it. If that node dies, this stays for ever: nobody knows whether a signature exists. */
    RESERVED,
    /** It was signed, once. */
    CONSUMED
}
