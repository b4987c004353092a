package vn.lienthong.signer.evidence.file;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.lienthong.signer.evidence.DispatchReference;
import vn.lienthong.signer.evidence.Envelope;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.SealedHead;

/**
 * All that proves what happened to one dispatch. Unjudged: a file that was read is believed only after
 * {@code EvidenceVerifier} passed it.
 *
 * @param log the log that it comes from
 * @param dispatch as the acceptance entry says it
 * @param envelope as the acceptance entry says it
 * @param entries in sequence
 * @param heads by batch number: exactly those that the entries need
 * @param certificates the chains of sealers and TSAs, without roots; kept in the order of their octets
 * @param crls revocation lists that tell how those certificates stood; kept in the order of their octets
 */
public record EvidenceFile(
        LogId log,
        DispatchReference dispatch,
        Envelope envelope,
        List<ProvenEntry> entries,
        SortedMap<Long, SealedHead> heads,
        List<X509Certificate> certificates,
        List<X509CRL> crls) {
    /** The media type, which is also the first entry of the ZIP. */
    public static final String MEDIA_TYPE = "application/vnd.lienthong.evidence+zip";

    public EvidenceFile {
        entries = List.copyOf(entries);
        heads = Collections.unmodifiableSortedMap(new TreeMap<>(heads));
        certificates = X509Octets.certificates(certificates);
        crls = X509Octets.crls(crls);
    }
}
