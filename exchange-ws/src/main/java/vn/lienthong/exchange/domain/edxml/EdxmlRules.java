package vn.lienthong.exchange.domain.edxml;

/**
 * How strictly a message is read. What the standard requires to be there is always required; these are the points on
 * which messages of the field differ from it.
 *
 * @param refuseTooLong whether a text over its length refuses the message, or is only found
 * @param refuseFutureDate whether a promulgation date after today refuses the message, or is only found
 * @param refuseLooseStructure whether what carries no content of its own (an absent TraceHeaderList, a tag that should
 *     stand there empty, an attachment outside the manifest) refuses the message, or is only found
 */
public record EdxmlRules(
        boolean refuseTooLong, boolean refuseFutureDate, boolean refuseLooseStructure, EdxmlLimits limits) {
    /** What the field's clients send is accepted. */
    public static final EdxmlRules FIELD = new EdxmlRules(false, false, false, EdxmlLimits.DEFAULT);

    /** Everything as QCVN 102:2016 and its amendment say. */
    public static final EdxmlRules STRICT = new EdxmlRules(true, true, true, EdxmlLimits.DEFAULT);
}
