package vn.lienthong.exchange.domain.edxml;

import java.util.List;
import vn.lienthong.exchange.domain.agency.OrganId;

/** One document that is replaced, and the agencies that hold it. The id is as written. */
public record ReplacementInfo(String documentId, List<OrganId> organIdList) {
    public ReplacementInfo {
        organIdList = List.copyOf(organIdList);
    }
}
