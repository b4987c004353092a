package vn.lienthong.exchange.boundary.rest.http;

import java.io.InputStream;
import java.util.Optional;

/**
 * One part of a form while it streams by.
 *
 * @param fileName as the sender gave it, whatever it is; without the folders before it
 * @param body ends where the part ends; what is left unread is skipped
 */
public record FormPart(String name, Optional<String> fileName, InputStream body) {}
