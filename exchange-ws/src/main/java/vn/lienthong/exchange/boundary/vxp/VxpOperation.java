package vn.lienthong.exchange.boundary.vxp;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The operations, by the name that stands at the end of the path. */
enum VxpOperation {
    SEND_EDOC("sendEdoc", "POST"),
    GET_RECEIVED_EDOC_LIST("getReceivedEdocList", "POST"),
    GET_EDOC("getEdoc", "POST"),
    DOWNLOAD_EDOC("downloadEdoc", "GET"),
    UPDATE_STATUS("updateStatus", "POST"),
    GET_SENT_EDOC_LIST("getSentEdocList", "POST"),
    /** Declared as GET and sent as POST by the same client. */
    COUNT_RECEIVE_EDOC("countReceiveEdoc", "GET", "POST"),
    COUNT_RECEIVE_STATUS("countReceiveStatus", "GET", "POST"),
    GET_AGENCIES_LIST("getAgenciesList", "POST"),
    GET_AGENCIES_LIST_QD20("getAgenciesListQD20", "POST"),
    GET_SYNCHRONIZE_UNIT("getSynchronizeUnit", "POST"),
    REGISTER_AGENCY("registerAgency", "POST"),
    DELETE_AGENCY("deleteAgency", "POST");

    private final String wireName;
    private final Set<String> methods;

    VxpOperation(String wireName, String... methods) {
        this.wireName = wireName;
        this.methods = Set.of(methods);
    }

    static Optional<VxpOperation> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.wireName.equals(name))
                .findFirst();
    }

    boolean allows(String method) {
        return methods.contains(method);
    }

    /** For the Allow header. */
    String allowed() {
        return String.join(", ", methods.stream().sorted().toList());
    }

    /** Whether it sends or changes something. */
    boolean changes() {
        return this == SEND_EDOC || this == UPDATE_STATUS || this == REGISTER_AGENCY || this == DELETE_AGENCY;
    }

    /** Whether the client writes whatever it gets into its file, so that an error must have no body. */
    boolean answersOctets() {
        return this == DOWNLOAD_EDOC;
    }
}
