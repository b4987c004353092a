package vn.lienthong.exchange.domain.delivery;

/** What one status does to a recipient's copy. */
public sealed interface StatusStep {

    /** It is recorded, and holds from now on. */
    record Holds(CopyState next) implements StatusStep {}

    /** It is recorded; what held before it still holds, since it came out of order. */
    record Late(CopyState holds) implements StatusStep {}

    /** It is refused, and nothing is recorded. */
    record Barred(Reason reason) implements StatusStep {}

    /** Why a status is refused; the code is stable. */
    enum Reason {
        NOTHING_ASKED("nobody asked for this answer"),
        FINISHED("the recipient has finished with the document"),
        RETURNED("the recipient has returned the document"),
        RECALLED("the recipient has agreed to the recall already");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        /** In English, for the finding. */
        public String detail() {
            return detail;
        }
    }
}
