package vn.lienthong.exchange.domain.audit;

import java.util.Locale;

/** What the audit log records; the codes are stable for ever. */
public enum Deed {
    DISPATCH_ACCEPTED,
    DELIVERY_FETCHED,
    DELIVERY_CONFIRMED,
    /** Another exchange was given the message, and answered for it. */
    DELIVERY_PUSHED,
    /** Another exchange handed the same message over for further recipients. */
    RECIPIENTS_ADDED,
    /** A message that waits at another exchange cannot be taken. */
    RELAY_REFUSED,
    /** The recipient reported that it could not take the message, or has begun to. */
    DELIVERY_REPORTED,
    /** It was given back too often, and is off its recipient's list. */
    DELIVERY_SET_ASIDE,
    /** Its sender or an operator put it back on its recipient's list. */
    DELIVERY_RESTORED,
    STATUS_RECORDED,
    /** The sender took a recipient's copy back: it was never given out, or the recipient agreed. */
    DELIVERY_WITHDRAWN,
    /** The sender's update or replacement of the document waits for a recipient's consent. */
    CHANGE_ASKED,
    /** Somebody other than a recipient read the content: its sender, or an auditor. */
    CONTENT_READ,
    EVIDENCE_READ,
    /** Nothing happened for a while: whoever watches the log is told that it goes on. */
    LOG_ALIVE,
    /** A key signed a document. */
    DOCUMENT_SIGNED,
    /** The signatures of a document were raised to a higher level. */
    SIGNATURE_EXTENDED,
    /** A signed file in the server's care will never have the level that was asked for. */
    SIGNATURE_NOT_COMPLETED,
    /** Worker after worker was lost over a signed file in the server's care: it waits for an operator. */
    SIGNATURE_SET_ASIDE,
    /** A signed file is in the server's care no more. */
    KEPT_SIGNATURE_REMOVED,
    /** An operator let a signed file that was set aside be tried again. */
    SIGNATURE_TRIED_AGAIN,
    /** A key signed somebody's signature. */
    SIGNATURE_COUNTERSIGNED,
    /** A key signed bare digests. */
    HASHES_SIGNED,
    /** Somebody was told what a token of its own is to sign. */
    SIGNATURE_PREPARED,
    /** The signature of the owner's token was put into the document that was prepared for it. */
    SIGNATURE_COMPLETED,
    /**
     * A key was not used: the caller has no right to it, or the document or its certificate does not allow it. Of remote
     * signing also: what it may have signed was not handed out.
     */
    SIGNING_REFUSED,
    /** Documents were taken in that are to be signed one after the other. */
    BATCH_ACCEPTED,
    /** The owner of a batch cancelled what was not signed yet. */
    BATCH_CANCELLED,
    /** Each document of a batch is signed or refused. */
    BATCH_FINISHED,
    /** An agency's system said what it can take. */
    CAPABILITY_CHANGED,
    /** An agency's system registered an address that is told of events. */
    WEBHOOK_REGISTERED,
    /** Its address, what it is told, its secret, or whether it is told anything. */
    WEBHOOK_CHANGED,
    WEBHOOK_DELETED,
    SYSTEM_REGISTERED,
    AGENCY_REGISTERED,
    /** An agency is no more. */
    AGENCY_CLOSED,
    /** A file of agencies changed the directory. */
    DIRECTORY_IMPORTED,
    ACCOUNT_REGISTERED,
    KEY_GRANTED,
    /** Somebody asked for a key policy that allows more, and a second person has to decide. */
    KEY_POLICY_PROPOSED,
    /** A key policy holds from now on. */
    KEY_POLICY_ENACTED,
    /** A proposed key policy was refused or taken back. */
    KEY_POLICY_REJECTED,
    KEY_GRANT_PROPOSED,
    KEY_GRANT_REJECTED,
    KEY_GRANT_WITHDRAWN,
    /** A key signed, and what it signed is handed out to nobody. */
    KEY_USED_IN_VAIN,
    /** An application that officials may let act for them was registered or changed. */
    CLIENT_REGISTERED,
    /** An operator gave an official leave to choose new factors. */
    ENROLMENT_OPENED,
    /** An official has a PIN and one-time passwords from now on. */
    FACTORS_ENROLLED,
    /** An official registered an authenticator. */
    PASSKEY_ADDED,
    /** An official's authenticator counts no more. */
    PASSKEY_REMOVED,
    /** An official let an application see credentials and ask for authorisations. */
    ACCESS_GRANTED,
    /** A grant was taken back, or ended since something given out under it came twice. */
    ACCESS_REVOKED,
    /** An application asked an official for signatures, to be answered on a device of the official's own. */
    SIGNATURES_ASKED,
    /** An official refused what an application asked for. */
    SIGNATURES_DENIED,
    /** An official authorised hashes to be signed, with PIN and one-time password. */
    SIGNATURES_AUTHORIZED,
    /** PIN or one-time password was wrong, or barred. */
    AUTHORIZATION_REFUSED,
    /** A document got its number in a register. */
    DOCUMENT_REGISTERED,
    /** What became of a registered document was added to its entry. */
    REGISTER_ENTRY_COMPLETED,
    /** A number in a register is not used. */
    REGISTER_ENTRY_CANCELLED,
    /** A register is closed: its digest and last numbers. */
    REGISTER_CLOSED,
    /** A closed register has its print, sealed by the agency's key or not. */
    REGISTER_PRINTED,
    /** An agency wants its next registers otherwise. */
    REGISTERS_CONFIGURED,
    /** An agency was warned of the end of a deadline. */
    DEADLINE_NEAR,
    /** An agency missed a deadline. */
    DEADLINE_MISSED,
    /** An operator changed a rule of deadlines. */
    DEADLINE_RULE_CHANGED,
    /** An operator decided for a day whether it is worked on. */
    CALENDAR_CHANGED;

    /** As it stands in the log, such as {@code dispatch-accepted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
