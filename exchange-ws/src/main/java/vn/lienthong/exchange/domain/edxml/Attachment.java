package vn.lienthong.exchange.domain.edxml;

import vn.lienthong.exchange.domain.content.ContentRef;

/**
 * An attachment of a message that was read. Absent texts are empty.
 *
 * @param contentId without {@code cid:}
 * @param contentType as written, such as {@code application/zip}
 * @param content digest and length of its octets as transferred (base64 undone, a ZIP wrapping kept); nothing is
 *     stored under it
 */
public record Attachment(
        String contentId, String attachmentName, String description, String contentType, ContentRef content) {}
