package vn.lienthong.exchange.application.twostep;

/** Why a certificate that somebody brings is not taken. Each constant's name is a stable code. */
public enum OwnKeyRefusal {
    /** It leads to no authority that this server trusts, or by a way that is too weak. */
    CERTIFICATE_PATH_NOT_FOUND
}
