package vn.lienthong.exchange.domain.edxml;

/**
 * That the envelope carries a {@code Signature}; it is noted, not verified, and nothing may be trusted for it.
 *
 * @param signatureMethod the algorithm's URI as written; empty when the element holds none
 */
public record EnvelopeSignature(String signatureMethod) {}
