package vn.lienthong.hsm.ceremony;

/** What a key is for, as {@code keys.json} names it. */
public enum KeyPurpose {
    /** The signature of a person who may sign documents. */
    OFFICIAL_SIGNATURE("official-signature"),
    /** The seal of an agency, put on by its clerk. */
    AGENCY_SEAL("agency-seal"),
    TIMESTAMP("timestamp"),
    /** The seal of the evidence log's batches. */
    LOG_SEAL("log-seal"),
    /** The signature of the server's answers over SOAP. */
    SOAP_ANSWERS("soap-answers"),
    /** Bare digests, for measuring. */
    BENCH("bench");

    private final String wireName;

    KeyPurpose(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
