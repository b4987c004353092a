package vn.lienthong.signer.validate.asic;

/**
 * One fault of a container.
 *
 * @param detail a file name; may be empty
 */
public record AsicFinding(AsicFault fault, String detail) {}
