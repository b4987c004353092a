package vn.lienthong.demo.act;

import vn.lienthong.demo.edxml.OfficialDocument;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * A document on its way.
 *
 * @param docId the server's id of it
 * @param edxml exactly what was sent
 * @param pdf the signed document in it
 */
public record Sent(OfficialDocument document, String docId, Bytes edxml, Bytes pdf) {}
