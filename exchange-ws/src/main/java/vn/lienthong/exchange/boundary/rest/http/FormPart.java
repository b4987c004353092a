package vn.lienthong.exchange.boundary.rest.http;

import java.io.InputStream;

/**
 * One part of a form while it streams by.
 *
 * @param body ends where the part ends; what is left unread is skipped
 */
public record FormPart(String name, InputStream body) {}
