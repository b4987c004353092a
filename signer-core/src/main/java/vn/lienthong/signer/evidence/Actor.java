package vn.lienthong.signer.evidence;

/**
 * Who did it.
 *
 * @param agency the agency's code
 * @param system the agency's system or account by which it came; never a secret
 */
public record Actor(String agency, String system) {}
