package vn.lienthong.exchange.application.dispatch;

/** What became of one status in its copy's history. */
enum StatusRecording {
    /** It stood there before, or can no longer be asked; nothing was added. */
    KNOWN,
    /** It was added. */
    ADDED,
    /** It was added, and since the recipient had not been given the copy, that is withdrawn: nobody need be asked. */
    WITHDRAWN,
    /** The copy was withdrawn before its recipient was given it: nothing is left to ask, and nothing was added. */
    MOOT
}
