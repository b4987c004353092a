package vn.lienthong.exchange.domain.failure;

/**
 * One fault of an edXML message.
 *
 * @param code {@code N.} missing, {@code R.} out of range, {@code M.} malformed, {@code T.} wrong type, and the path
 *     behind it, such as {@code N.MessageHeader.From.OrganId}: the convention of the field's gateways
 * @param detail what was found, in English; holds no more than 100 characters of the message
 */
public record Finding(String code, String detail) {}
