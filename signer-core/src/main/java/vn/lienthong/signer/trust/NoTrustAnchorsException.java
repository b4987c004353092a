package vn.lienthong.signer.trust;

/**
 * There is no usable trust anchor. Without one every signature would be "not trusted", which looks like a verdict and is
 * a fault of configuration: so nothing starts.
 */
public final class NoTrustAnchorsException extends java.io.IOException {
    public NoTrustAnchorsException(String detail) {
        super(detail);
    }

    public NoTrustAnchorsException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
