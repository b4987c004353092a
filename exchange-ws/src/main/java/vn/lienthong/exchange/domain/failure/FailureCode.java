package vn.lienthong.exchange.domain.failure;

import static vn.lienthong.exchange.domain.failure.Category.CALLER;
import static vn.lienthong.exchange.domain.failure.Category.DEPENDENCY;
import static vn.lienthong.exchange.domain.failure.Category.OURS;
import static vn.lienthong.exchange.domain.failure.Category.POLICY;

/**
 * Every failure that a caller can meet. The {@link #code()} is stable for ever and the same on every protocol; the
 * texts stand in {@code messages_vi.properties} and {@code messages_en.properties} under that code.
 *
 * <p>The number is VXP's {@code ErrorCode}. Those of the field's gateways are kept where they fit (10, 15, 18, 19, 20,
 * 21, 22); ours start at 100.
 */
public enum FailureCode {
    // authentication and authority
    CREDENTIALS_INVALID("credentials-invalid", CALLER, 401, 15),
    HEADER_NOT_SIGNED("header-not-signed", CALLER, 401, 101),
    TIMESTAMP_STALE("timestamp-stale", CALLER, 401, 102),
    SIGNATURE_MISSING("signature-missing", CALLER, 401, 103),
    SIGNATURE_INVALID("signature-invalid", CALLER, 401, 104),
    REQUEST_REPLAYED("request-replayed", CALLER, 401, 105),
    NOT_PERMITTED("not-permitted", POLICY, 403, 106),
    SENDER_NOT_YOURS("sender-not-yours", POLICY, 403, 19),
    // the request as such
    PARAMETER_MISSING("parameter-missing", CALLER, 400, 110),
    PARAMETER_INVALID("parameter-invalid", CALLER, 400, 111),
    NOT_FOUND("not-found", CALLER, 404, 112),
    METHOD_NOT_ALLOWED("method-not-allowed", CALLER, 405, 113),
    MEDIA_TYPE_NOT_SUPPORTED("media-type-not-supported", CALLER, 415, 114),
    BODY_TOO_LARGE("body-too-large", CALLER, 413, 115),
    BODY_TRUNCATED("body-truncated", CALLER, 400, 116),
    BODY_DIGEST_MISMATCH("body-digest-mismatch", CALLER, 422, 117),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", CALLER, 422, 118),
    RATE_LIMITED("rate-limited", POLICY, 429, 119),
    REQUEST_TOO_SLOW("request-too-slow", CALLER, 408, 164),
    NOT_ACCEPTABLE("not-acceptable", CALLER, 406, 160),
    // the edXML message
    EDXML_NOT_XML("edxml-not-xml", CALLER, 422, 10),
    EDXML_DTD_REFUSED("edxml-dtd-refused", CALLER, 422, 120),
    EDXML_LIMIT_EXCEEDED("edxml-limit-exceeded", CALLER, 422, 121),
    EDXML_NOT_CONFORMANT("edxml-not-conformant", CALLER, 422, 22),
    EDXML_ATTACHMENT_INVALID("edxml-attachment-invalid", CALLER, 422, 21),
    RECEIVER_UNKNOWN("receiver-unknown", CALLER, 422, 18),
    RECEIVER_CANNOT_TAKE("receiver-cannot-take", POLICY, 422, 274),
    DOCUMENT_ID_REUSED("document-id-reused", CALLER, 409, 122),
    DOCUMENT_ID_NOT_YOURS("document-id-not-yours", POLICY, 403, 165),
    DOCUMENT_RECALLED("document-recalled", CALLER, 409, 250),
    CHANGE_NOT_POSSIBLE("change-not-possible", CALLER, 422, 252),
    SECRET_DOCUMENT_REFUSED("secret-document-refused", POLICY, 422, 123),
    // the directory
    AGENCY_CLOSED("agency-closed", CALLER, 422, 240),
    AGENCY_NOT_BELOW_YOURS("agency-not-below-yours", POLICY, 403, 241),
    AGENCY_HAS_CHILDREN("agency-has-children", CALLER, 409, 242),
    AGENCIES_TOO_MANY("agencies-too-many", POLICY, 409, 243),
    DIRECTORY_FILE_INVALID("directory-file-invalid", CALLER, 422, 244),
    // the mailbox
    LEASE_STALE("lease-stale", CALLER, 409, 130),
    DELIVERY_WITHDRAWN("delivery-withdrawn", POLICY, 410, 251),
    STATUS_NOT_ALLOWED("status-not-allowed", CALLER, 409, 131),
    EVIDENCE_PENDING("evidence-pending", DEPENDENCY, 409, 132),
    // the feed and the webhooks
    EVENTS_FORGOTTEN("events-forgotten", CALLER, 410, 270),
    WEBHOOK_ADDRESS_REFUSED("webhook-address-refused", POLICY, 422, 271),
    WEBHOOKS_TOO_MANY("webhooks-too-many", POLICY, 409, 272),
    WEBHOOK_NOT_ACTIVE("webhook-not-active", CALLER, 409, 273),
    // uploads
    UPLOAD_OFFSET_WRONG("upload-offset-wrong", CALLER, 409, 275),
    UPLOAD_LOCKED("upload-locked", CALLER, 423, 276),
    UPLOAD_CHECKSUM_MISMATCH("upload-checksum-mismatch", CALLER, 460, 277),
    UPLOADS_TOO_MANY("uploads-too-many", POLICY, 429, 278),
    TUS_VERSION_NOT_SUPPORTED("tus-version-not-supported", CALLER, 412, 279),
    // registers
    REGISTER_CLOSED("register-closed", POLICY, 409, 260),
    REGISTER_NOT_OF_THIS_YEAR("register-not-of-this-year", CALLER, 409, 261),
    REGISTER_YEAR_NOT_OVER("register-year-not-over", CALLER, 409, 262),
    DOCUMENT_CODE_TAKEN("document-code-taken", CALLER, 409, 263),
    REGISTER_ENTRY_CANCELLED("register-entry-cancelled", CALLER, 409, 264),
    DISPATCH_REGISTERED_ALREADY("dispatch-registered-already", CALLER, 409, 265),
    // signing, timestamps, validation
    KEY_UNKNOWN("key-unknown", CALLER, 404, 140),
    KEY_NOT_YOURS("key-not-yours", POLICY, 403, 141),
    KEY_REFUSED("key-refused", POLICY, 409, 142),
    DOCUMENT_NOT_SIGNABLE("document-not-signable", CALLER, 422, 143),
    CERTIFICATE_NOT_VALID("certificate-not-valid", POLICY, 409, 144),
    DOCUMENT_NOT_READABLE("document-not-readable", CALLER, 422, 145),
    APPEARANCE_INVALID("appearance-invalid", CALLER, 422, 148),
    SIGNATURE_FORM_NOT_POSSIBLE("signature-form-not-possible", CALLER, 422, 168),
    FIELD_CONSTRAINT_UNMET("field-constraint-unmet", CALLER, 422, 220),
    KEY_USE_NOT_ALLOWED("key-use-not-allowed", POLICY, 403, 149),
    KEY_QUOTA_USED_UP("key-quota-used-up", POLICY, 429, 161),
    KEY_POLICY_CHANGED("key-policy-changed", CALLER, 409, 162),
    SECOND_PERSON_NEEDED("second-person-needed", POLICY, 403, 163),
    KEY_GRANT_CHANGED("key-grant-changed", CALLER, 409, 300),
    HSM_UNAVAILABLE("hsm-unavailable", DEPENDENCY, 503, 146),
    TSA_UNAVAILABLE("tsa-unavailable", DEPENDENCY, 503, 147),
    REVOCATION_UNAVAILABLE("revocation-unavailable", DEPENDENCY, 503, 169),
    // many documents at once
    BATCH_TOO_LARGE("batch-too-large", CALLER, 413, 190),
    BATCHES_TOO_MANY("batches-too-many", POLICY, 429, 191),
    BATCH_ITEM_WAITING("batch-item-waiting", DEPENDENCY, 409, 192),
    BATCH_CANCELLED("batch-cancelled", CALLER, 409, 193),
    // signing with the official's own token, in two steps
    CONTINUATION_INVALID("continuation-invalid", CALLER, 422, 200),
    CONTINUATION_EXPIRED("continuation-expired", CALLER, 409, 201),
    CONTINUATION_NOT_YOURS("continuation-not-yours", POLICY, 403, 202),
    PREPARED_OTHERWISE("prepared-otherwise", CALLER, 409, 203),
    DOCUMENTS_NOT_PREPARED("documents-not-prepared", CALLER, 422, 204),
    SIGNATURE_VALUE_WRONG("signature-value-wrong", CALLER, 422, 205),
    // signing at a distance
    CREDENTIAL_UNKNOWN("credential-unknown", CALLER, 404, 170),
    CREDENTIAL_DISABLED("credential-disabled", POLICY, 403, 171),
    AUTHENTICATION_DATA_INVALID("authentication-data-invalid", CALLER, 403, 172),
    CREDENTIAL_LOCKED("credential-locked", POLICY, 403, 173),
    AUTHORIZATION_INVALID("authorization-invalid", CALLER, 403, 174),
    AUTHORIZATION_EXPIRED("authorization-expired", CALLER, 403, 175),
    HASH_NOT_AUTHORIZED("hash-not-authorized", CALLER, 403, 176),
    SIGNATURES_TOO_MANY("signatures-too-many", CALLER, 422, 177),
    WORDS_NOT_AUTHORIZED("words-not-authorized", CALLER, 403, 231),
    APPROVAL_UNKNOWN("approval-unknown", CALLER, 404, 310),
    APPROVAL_EXPIRED("approval-expired", CALLER, 403, 311),
    APPROVAL_REFUSED("approval-refused", CALLER, 403, 312),
    APPROVALS_TOO_MANY("approvals-too-many", POLICY, 429, 313),
    ANSWER_TOO_LARGE("answer-too-large", CALLER, 422, 230),
    ENROLMENT_INVALID("enrolment-invalid", CALLER, 403, 178),
    PIN_NOT_ACCEPTABLE("pin-not-acceptable", CALLER, 422, 179),
    CLIENT_INVALID("client-invalid", CALLER, 401, 180),
    GRANT_INVALID("grant-invalid", CALLER, 400, 181),
    // the house itself
    STORAGE_FULL("storage-full", DEPENDENCY, 507, 150),
    STORAGE_UNAVAILABLE("storage-unavailable", DEPENDENCY, 503, 151),
    DATABASE_UNAVAILABLE("database-unavailable", DEPENDENCY, 503, 152),
    CONTENT_DAMAGED("content-damaged", OURS, 500, 153),
    OVERLOADED("overloaded", DEPENDENCY, 503, 154),
    INTERNAL("internal", OURS, 500, 20);

    private final String code;
    private final Category category;
    private final int httpStatus;
    private final int vxpErrorCode;

    FailureCode(String code, Category category, int httpStatus, int vxpErrorCode) {
        this.code = code;
        this.category = category;
        this.httpStatus = httpStatus;
        this.vxpErrorCode = vxpErrorCode;
    }

    public String code() {
        return code;
    }

    public Category category() {
        return category;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public int vxpErrorCode() {
        return vxpErrorCode;
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return category == DEPENDENCY || this == RATE_LIMITED || this == REQUEST_TOO_SLOW;
    }
}
