package vn.lienthong.exchange.application.receipt;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.audit.Octets;
import vn.lienthong.exchange.domain.audit.SealedLog;
import vn.lienthong.exchange.domain.audit.SealedLog.LoggedEntry;
import vn.lienthong.exchange.domain.audit.SealedLog.SealedBatch;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.AuditEntry;
import vn.lienthong.signer.evidence.ChainedEntry;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.Salt;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.NeededForChecks;
import vn.lienthong.signer.evidence.file.ProvenEntry;
import vn.lienthong.signer.evidence.merkle.MerkleTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** Puts an evidence file together from the log; each entry is checked against the leaf that was sealed. Of one request. */
final class EvidenceAssembly {
    private final SealedLog log;
    private final List<ProvenEntry> entries = new ArrayList<>();
    private final SortedMap<Long, SealedHead> heads = new TreeMap<>();
    private final Map<Long, SealedTree> trees = new HashMap<>();
    private final Set<X509Certificate> certificates = new LinkedHashSet<>();
    private @Nullable AuditEntry acceptance;

    EvidenceAssembly(SealedLog log) {
        this.log = log;
    }

    static AuditEntry parse(LoggedEntry logged) throws MalformedEvidenceException {
        return AuditEntry.parse(octets(logged));
    }

    /** The sealed entry is in the file, with its way to the root. */
    void add(LoggedEntry logged, AuditEntry entry) throws MalformedEvidenceException {
        SealedTree sealed = tree(logged.batch());
        int index = Math.toIntExact(logged.sequence() - sealed.firstSequence());
        Sha256Hash previous =
                index == 0 ? sealed.previous() : sealed.leafHashes().get(index - 1);
        ChainedEntry chained = new ChainedEntry(
                logged.sequence(), new Salt(Bytes.of(logged.salt().toArray())), previous, octets(logged));
        if (!chained.leafHash().equals(sealed.leafHashes().get(index))) {
            throw new MalformedEvidenceException(
                    Reason.FIELD_WRONG, "entry " + logged.sequence() + " is not what was sealed");
        }
        if (entry.envelope().isPresent()) {
            acceptance = entry;
        }
        entries.add(new ProvenEntry(chained, logged.batch(), sealed.tree().inclusionProof(index)));
    }

    /** @param crls out of which those are taken that tell how the certificates of the seals stood */
    EvidenceFile file(List<X509CRL> crls) throws MalformedEvidenceException {
        AuditEntry accepted = acceptance;
        if (accepted == null) {
            throw new MalformedEvidenceException(Reason.ENTRY_MISSING, "the acceptance is missing");
        }
        NeededForChecks needed = NeededForChecks.of(heads.values(), certificates, crls);
        return new EvidenceFile(
                TreeHead.parse(heads.firstEntry().getValue().head()).logId(),
                accepted.dispatch().orElseThrow(),
                accepted.envelope().orElseThrow(),
                entries,
                heads,
                needed.certificates(),
                needed.lists());
    }

    private SealedTree tree(long number) throws MalformedEvidenceException {
        SealedTree known = trees.get(number);
        if (known != null) {
            return known;
        }
        SealedBatch batch = log.batch(number)
                .orElseThrow(() -> new IllegalStateException("a link names a batch that is not there"));
        List<Sha256Hash> leafHashes =
                log.leafHashes(number).stream().map(EvidenceAssembly::hash).toList();
        Sha256Hash previous = log.leafHash(batch.firstSequence() - 1)
                .map(EvidenceAssembly::hash)
                .orElse(Sha256Hash.ZERO);
        SealedTree sealed = new SealedTree(batch.firstSequence(), previous, leafHashes, MerkleTree.of(leafHashes));
        trees.put(number, sealed);
        heads.put(number, new SealedHead(bytes(batch.head()), bytes(batch.seal()), bytes(batch.timestamp())));
        certificates.addAll(certificates(batch));
        return sealed;
    }

    /** The certificates that were kept with the batch. */
    static List<X509Certificate> certificates(SealedBatch batch) throws MalformedEvidenceException {
        List<X509Certificate> kept = new ArrayList<>();
        for (Octets certificate : batch.certificates()) {
            kept.add(certificate(certificate));
        }
        return kept;
    }

    private static X509Certificate certificate(Octets der) throws MalformedEvidenceException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der.toArray()));
        } catch (CertificateException e) {
            throw new MalformedEvidenceException(Reason.NOT_A_CERTIFICATE, "a batch's certificate was changed", e);
        }
    }

    private static Bytes octets(LoggedEntry logged) {
        return Bytes.of(logged.body().getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes bytes(Octets octets) {
        return Bytes.of(octets.toArray());
    }

    private static Sha256Hash hash(Octets octets) {
        return new Sha256Hash(bytes(octets));
    }

    /** A sealed batch's leaves, and the leaf before them. */
    private record SealedTree(long firstSequence, Sha256Hash previous, List<Sha256Hash> leafHashes, MerkleTree tree) {}
}
