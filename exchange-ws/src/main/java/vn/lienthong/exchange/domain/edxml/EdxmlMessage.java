package vn.lienthong.exchange.domain.edxml;

/** A message that was read and found acceptable. */
public sealed interface EdxmlMessage permits EdxmlDocument, EdxmlStatus {
    /** Who sent it. */
    Organ from();
}
