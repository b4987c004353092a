package vn.lienthong.signer.validate;

import java.nio.file.Path;

/**
 * What a signature is over and does not hold.
 *
 * @param name by which the signature refers to it
 */
public record DetachedContent(String name, Path file) {}
