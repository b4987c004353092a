package vn.lienthong.exchange.domain.capability;

import java.time.Instant;
import java.util.Set;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.BusinessType;

/**
 * What an agency's system says that it can take. A recall reaches everybody, whatever they say: the law asks it of them.
 *
 * @param maxOctets of one message as it is sent, with its attachments
 * @param contentTypes of attachments, in lower case; all where it is empty
 * @param businessTypes of documents: new, update, replacement
 */
public record Capability(
        OrganId agency,
        long maxOctets,
        Set<String> contentTypes,
        Set<BusinessType> businessTypes,
        Instant changedAt,
        String changedBy) {
    public Capability {
        contentTypes = Set.copyOf(contentTypes);
        businessTypes = Set.copyOf(businessTypes);
    }
}
