package vn.lienthong.exchange.boundary.soap.endpoint;

import java.nio.file.Path;

/**
 * What the SOAP endpoint is told.
 *
 * @param temporaryFolder for parts of a request that come before its document
 * @param contentLimit the most octets of one part
 */
public record SoapSettings(Path temporaryFolder, long contentLimit) {}
