package vn.lienthong.signer.token.cryptoki;

/**
 * What a module says of one session.
 *
 * @param state the CKS number: 1 and 3 are read-only and read-write sessions with the user logged in
 * @param deviceError the device's own error number, 0 for none
 */
public record SessionInfo(long slot, long state, long deviceError) {
    static final long SIZE = 32;
    private static final long CKS_RO_USER_FUNCTIONS = 1;
    private static final long CKS_RW_USER_FUNCTIONS = 3;

    public boolean userLoggedIn() {
        return state == CKS_RO_USER_FUNCTIONS || state == CKS_RW_USER_FUNCTIONS;
    }
}
