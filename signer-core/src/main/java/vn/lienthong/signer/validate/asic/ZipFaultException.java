package vn.lienthong.signer.validate.asic;

/** Ends the reading of a ZIP at its first fault. */
final class ZipFaultException extends Exception {
    private static final long serialVersionUID = 1L;
    private final ZipFault fault;

    ZipFaultException(ZipFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    ZipFault fault() {
        return fault;
    }
}
