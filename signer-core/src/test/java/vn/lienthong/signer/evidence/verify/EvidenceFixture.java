package vn.lienthong.signer.evidence.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.cms.CmsOutcome;
import vn.lienthong.signer.evidence.Actor;
import vn.lienthong.signer.evidence.AuditEntry;
import vn.lienthong.signer.evidence.Batch;
import vn.lienthong.signer.evidence.ChainedEntry;
import vn.lienthong.signer.evidence.ContentDigest;
import vn.lienthong.signer.evidence.DispatchReference;
import vn.lienthong.signer.evidence.EntryType;
import vn.lienthong.signer.evidence.Envelope;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.LogPosition;
import vn.lienthong.signer.evidence.NewEntry;
import vn.lienthong.signer.evidence.Salt;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.evidence.TreeHead;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.EvidenceWriter;
import vn.lienthong.signer.evidence.file.ProvenEntry;
import vn.lienthong.signer.evidence.merkle.CompactTree;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;
import vn.lienthong.signer.sign.cades.CmsSeal;
import vn.lienthong.signer.strict.PlainCms;
import vn.lienthong.signer.strict.PlainCms.Inside;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.KeysInMemory;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.timestamp.RandomSerialNumbers;
import vn.lienthong.signer.timestamp.TimestampAnswer;
import vn.lienthong.signer.timestamp.TimestampAuthority;
import vn.lienthong.signer.timestamp.TimestampPolicy;
import vn.lienthong.signer.trust.NoTrustAnchorsException;
import vn.lienthong.signer.trust.TrustAnchors;

/** A log of two batches, sealed by software keys, and the evidence of one dispatch out of it. */
public final class EvidenceFixture {
    public static final Instant NOW = Instant.parse("2026-11-23T01:15:30Z");
    public static final LogId LOG = new LogId("demo");
    public static final byte[] CONTENT = "<edXML>Công văn số 12/UBND-VP</edXML>".getBytes(StandardCharsets.UTF_8);

    public final TestPki pki = TestPki.at(NOW);
    public final Issued sealer;
    public final Issued tsa;
    final Forger forger;
    private final KeysInMemory token = new KeysInMemory();
    private final SecureRandom random = new SecureRandom();
    private final ContentDigest content = new ContentDigest(Sha256Hash.over(CONTENT), CONTENT.length);
    private final List<NewEntry> mine = new ArrayList<>();
    private final CmsSeal seal;
    private final UnaryOperator<Bytes> stamper;

    public EvidenceFixture() {
        this(
                Profile.logSeal("Nhật ký Liên Thông", LOG.value()),
                Profile.timestamping("TSA thử nghiệm").withScheme(SignatureScheme.ECDSA_SHA256));
    }

    public EvidenceFixture(Profile sealerProfile, Profile tsaProfile) {
        this(sealerProfile, tsaProfile, true);
    }

    /** Timestamps come from a key that no honest authority would use. */
    static EvidenceFixture stampedBy(Profile tsaProfile) {
        return new EvidenceFixture(Profile.logSeal("Nhật ký Liên Thông", LOG.value()), tsaProfile, false);
    }

    private EvidenceFixture(Profile sealerProfile, Profile tsaProfile, boolean honest) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        sealer = pki.issue(sealerProfile);
        tsa = pki.issue(tsaProfile);
        seal = new CmsSeal(token, token.put("log", sealer), clock);
        forger = new Forger(token, token.put("tsa", tsa));
        stamper = honest ? honest(clock) : seal -> forger.stamp(seal, NOW, DigestAlgorithm.SHA256);
    }

    private UnaryOperator<Bytes> honest(Clock clock) {
        TimestampAuthority authority = new TimestampAuthority(
                new TimestampPolicy("1.3.6.1.4.1.99999.1.1", Duration.ofSeconds(1)),
                forger.key(),
                token,
                new RandomSerialNumbers(random),
                clock);
        return seal -> stamp(authority, seal);
    }

    /** One that knows nothing but the root. */
    public EvidenceVerifier verifier() {
        return new EvidenceVerifier(anchors(), Optional.empty(), List.of());
    }

    public TrustAnchors anchors() {
        try {
            return TrustAnchors.of(List.of(pki.root()));
        } catch (NoTrustAnchorsException e) {
            throw new IllegalStateException(e);
        }
    }

    public DispatchReference dispatch() {
        return new DispatchReference("0193-dispatch", "000.00.01.H03,2026/11/23,12/UBND-VP", content);
    }

    public Envelope envelope() {
        return new Envelope(
                "000.00.00.H03",
                List.of("000.00.00.G22", "000.00.00.H57"),
                List.of(new Envelope.Attachment("Công văn 12.pdf", content)));
    }

    /** An entry about our dispatch, or about another one. */
    public NewEntry entry(EntryType type, Instant at, DispatchReference about) {
        TreeMap<String, String> details = new TreeMap<>();
        if (!type.equals(EntryType.DISPATCH_ACCEPTED)) {
            details.put("recipient", "000.00.00.G22");
        }
        AuditEntry entry = new AuditEntry(
                type,
                at,
                new Actor("000.00.00.H03", "qlvb-backan"),
                "OK",
                "c-1",
                Optional.of(about),
                type.equals(EntryType.DISPATCH_ACCEPTED) ? Optional.of(envelope()) : Optional.empty(),
                details);
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        return new NewEntry(entry.toBytes(), new Salt(Bytes.of(salt)));
    }

    private NewEntry mine(EntryType type) {
        NewEntry entry = entry(type, NOW.minusSeconds(5), dispatch());
        mine.add(entry);
        return entry;
    }

    private NewEntry strange(int number) {
        return entry(
                EntryType.DELIVERY_FETCHED, NOW.minusSeconds(5), new DispatchReference("x" + number, "y", content));
    }

    /** Where a log stands that consists of these batches. */
    public static LogPosition after(TreeHead... heads) {
        return LogPosition.after(
                heads[heads.length - 1],
                CompactTree.of(Stream.of(heads).map(TreeHead::leafHash).toList()));
    }

    /** The evidence: acceptance in the first batch, two events in the second, among entries of others. */
    public EvidenceFile file() {
        Batch first = Batch.after(
                LogPosition.START, LOG, List.of(strange(1), mine(EntryType.DISPATCH_ACCEPTED), strange(2)), NOW);
        Batch second = Batch.after(
                after(first.head()),
                LOG,
                List.of(mine(EntryType.DELIVERY_FETCHED), strange(3), strange(4), mine(EntryType.DELIVERY_CONFIRMED)),
                NOW);
        SortedMap<Long, SealedHead> heads = new TreeMap<>();
        List<ProvenEntry> entries = new ArrayList<>();
        for (Batch batch : List.of(first, second)) {
            heads.put(batch.head().batch(), seal(batch));
            for (ChainedEntry entry : batch.entries()) {
                if (mine.stream().anyMatch(m -> m.entry().equals(entry.entry()))) {
                    entries.add(new ProvenEntry(entry, batch.head().batch(), batch.proof(entry.sequence())));
                }
            }
        }
        return new EvidenceFile(LOG, dispatch(), envelope(), entries, heads, certificates(), crls());
    }

    public List<X509Certificate> certificates() {
        return List.of(sealer.certificate(), tsa.certificate(), pki.intermediate());
    }

    /** CRLs of both authorities as they are now. */
    public List<X509CRL> crls() {
        return List.of(Parsed.crl(pki.crl()), Parsed.crl(pki.rootCrl()));
    }

    public SealedHead seal(Batch batch) {
        return seal(batch.head().toBytes());
    }

    public SealedHead seal(Bytes head) {
        if (!(seal.seal(head.toArray()) instanceof CmsOutcome.Signed signed)) {
            throw new IllegalStateException("the token in memory signs");
        }
        Bytes cms = plain(signed.contentInfo(), Inside.PATH);
        return new SealedHead(head, cms, plain(stamper.apply(cms), Inside.SIGNER));
    }

    /** A seal of the log's key, timestamped at whatever time its operator likes. */
    public SealedHead sealedAt(Bytes head, Instant genTime) {
        SealedHead sealed = seal(head);
        Bytes token = forger.stamp(sealed.seal(), genTime, DigestAlgorithm.SHA256);
        return new SealedHead(head, sealed.seal(), plain(token, Inside.SIGNER));
    }

    static Bytes plain(Bytes cms, Inside inside) {
        return PlainCms.of(cms.toArray(), inside).orElseThrow();
    }

    private static Bytes stamp(TimestampAuthority authority, Bytes cms) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            byte[] imprint =
                    DigestAlgorithm.SHA256.digest(cms.toArray()).value().toArray();
            byte[] request = generator
                    .generate(new ASN1ObjectIdentifier(DigestAlgorithm.SHA256.oid()), imprint)
                    .getEncoded();
            if (!(authority.respond(request) instanceof TimestampAnswer.Issued issued)) {
                throw new IllegalStateException("the authority in memory stamps");
            }
            return issued.token().der();
        } catch (IOException e) {
            throw new IllegalStateException("the authority in memory stamps", e);
        }
    }

    public static byte[] zip(EvidenceFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            EvidenceWriter.write(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
