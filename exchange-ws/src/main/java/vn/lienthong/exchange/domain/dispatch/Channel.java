package vn.lienthong.exchange.domain.dispatch;

/** By which door a message came in. */
public enum Channel {
    VXP,
    REST,
    SOAP,
    /** Fetched from another exchange. */
    RELAY,
    /** Made by this server itself, such as the status message for a status that was reported over REST. */
    INTERNAL
}
