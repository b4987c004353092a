package vn.lienthong.exchange.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.exchange.application.remote.RemoteSigning.hash;
import static vn.lienthong.exchange.application.remote.RemoteSigning.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.remote.RemoteSigning.Official;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.ades.DigestSigner;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;

/** Documents are under the same ledger as bare hashes: each authorised hash is signed once, whichever way it is asked. */
class SignAuthorizedDocumentsIT {
    private static final TimestampSource NONE = imprint ->
            new TimestampOutcome.TimestampDown(TimestampOutcome.DownReason.UNREACHABLE, Duration.ofSeconds(1), "test");

    @TempDir
    static Path folder;

    private static RemoteSigning remote;
    private static SignAuthorizedHashes hashes;
    private static SignAuthorizedDocuments documents;
    private static OAuthClient client;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
        client = remote.client(true, "s".repeat(32));
        remote.official();
        hashes = remote.signer(remote.token, "node-a");
        documents = remote.documentSigner(remote.token, NONE, "node-b");
    }

    @Test
    void signsADocumentOnceOnTwoNodesAndByBothWaysAtOnce() throws Exception {
        Official official = remote.official();
        SignAuthorizedDocuments other = remote.documentSigner(remote.token, NONE, "node-c");
        String text = "văn bản " + NUMBERS.incrementAndGet();
        DocumentHash one = hash(text);
        OpaqueToken sad = remote.sad(official, client, 1, one);
        WantedSignature.OfDocument document = document(text, SignatureLevel.BASELINE_B);
        WantedSignature.OfDigest digest = digest(one, SignatureLevel.BASELINE_B);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            int way = i % 3;
            calls.add(() -> {
                try {
                    return switch (way) {
                        case 0 ->
                            hashes.sign(request(official, client, sad, one)).size();
                        case 1 -> sign(documents, official, sad, document);
                        default -> sign(other, official, sad, digest);
                    };
                } catch (FailureException e) {
                    assertThat(e.failure().code()).isEqualTo(FailureCode.HASH_NOT_AUTHORIZED);
                    return 0;
                }
            });
        }
        int before = remote.token.signatures();
        int signed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Integer> result : threads.invokeAll(calls)) {
                signed += result.get();
            }
        }
        assertThat(signed).isEqualTo(1);
        assertThat(remote.token.signatures() - before).isEqualTo(1);
    }

    @Test
    void aDocumentThatCannotBeSignedLeavesItsHashAuthorised() throws Exception {
        Official official = remote.official();
        String text = "không phải PDF " + NUMBERS.incrementAndGet();
        OpaqueToken sad = remote.sad(official, client, 1, hash(text));
        WantedSignature.OfDocument good = document(text, SignatureLevel.BASELINE_B);
        WantedSignature.OfDocument noPdf = new WantedSignature.OfDocument(
                good.hash(),
                good.scheme(),
                good.level(),
                good.document(),
                SignatureForm.PADES,
                Optional.empty(),
                SignatureDetails.NONE);
        assertRefused(FailureCode.DOCUMENT_NOT_SIGNABLE, () -> sign(documents, official, sad, noPdf));
        assertRefused(
                FailureCode.SIGNATURE_FORM_NOT_POSSIBLE,
                () -> sign(
                        documents,
                        official,
                        sad,
                        new WantedSignature.OfDigest(
                                good.hash(),
                                good.scheme(),
                                SignatureLevel.BASELINE_LT,
                                DigestSigner.Content.PDF_BYTE_RANGE)));
        assertThat(sign(documents, official, sad, good)).isEqualTo(1);
    }

    @Test
    void aSignatureThatGotNoTimestampWasMadeAllTheSame() throws Exception {
        Official official = remote.official();
        String text = "không có dấu thời gian " + NUMBERS.incrementAndGet();
        OpaqueToken sad = remote.sad(official, client, 1, hash(text));
        assertRefused(
                FailureCode.TSA_UNAVAILABLE,
                () -> sign(documents, official, sad, document(text, SignatureLevel.BASELINE_T)));
        assertRefused(
                FailureCode.HASH_NOT_AUTHORIZED,
                () -> sign(documents, official, sad, document(text, SignatureLevel.BASELINE_B)));
    }

    /** There are no revocation lists here: what the caller would be told to rely on is not complete. */
    @Test
    void handsOutNoSignatureWhoseValidationInformationIsMissing() throws Exception {
        Official official = remote.official();
        String text = "thiếu danh sách thu hồi " + NUMBERS.incrementAndGet();
        OpaqueToken sad = remote.sad(official, client, 1, hash(text));
        assertRefused(
                FailureCode.REVOCATION_UNAVAILABLE,
                () -> sign(documents, official, sad, true, document(text, SignatureLevel.BASELINE_B)));
        assertRefused(
                FailureCode.HASH_NOT_AUTHORIZED,
                () -> sign(documents, official, sad, document(text, SignatureLevel.BASELINE_B)));
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("signed-"));
        }
    }

    @Test
    void whatFailsInTheMiddleHandsOutNothing() throws Exception {
        Official official = remote.official();
        String first = "thứ nhất " + NUMBERS.incrementAndGet();
        String second = "thứ hai " + NUMBERS.incrementAndGet();
        OpaqueToken sad = remote.sad(official, client, 2, hash(first), hash(second));
        WantedSignature.OfDocument noPdf = new WantedSignature.OfDocument(
                hash(second),
                SignatureScheme.ECDSA_SHA256,
                SignatureLevel.BASELINE_B,
                document(second, SignatureLevel.BASELINE_B).document(),
                SignatureForm.PADES,
                Optional.empty(),
                SignatureDetails.NONE);
        assertRefused(
                FailureCode.DOCUMENT_NOT_SIGNABLE,
                () -> sign(documents, official, sad, document(first, SignatureLevel.BASELINE_B), noPdf));
        // The key has signed the first one: neither is signed again.
        assertRefused(
                FailureCode.HASH_NOT_AUTHORIZED,
                () -> sign(documents, official, sad, document(first, SignatureLevel.BASELINE_B)));
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("signed-"));
        }
    }

    /** The official agrees to what a signature says beside its document; that is on the record, and nothing else is said. */
    @Test
    void saysWhatTheOfficialAgreedToAndNothingElse() throws Exception {
        Official official = remote.official();
        String text = "có lời ghi " + NUMBERS.incrementAndGet();
        SignedWords agreed = new SignedWords("", "Ban hành", "Hà Nội", "");
        WantedSignature.OfDocument silent = document(text, SignatureLevel.BASELINE_B);
        OpaqueToken sad = remote.sad(official, client, agreed, hash(text));
        for (SignatureDetails other : List.of(
                SignatureDetails.NONE,
                new SignatureDetails("", "Ban hành", "Hà Nội ", ""),
                new SignatureDetails("", "Hà Nội", "Ban hành", ""),
                new SignatureDetails("Giám đốc", "Ban hành", "Hà Nội", ""))) {
            assertRefused(
                    FailureCode.WORDS_NOT_AUTHORIZED, () -> sign(documents, official, sad, saying(silent, other)));
        }
        SignatureDetails details = new SignatureDetails("", "Ban hành", "Hà Nội", "");
        assertThat(sign(documents, official, sad, saying(silent, details))).isEqualTo(1);
        assertThat(entries("signatures-authorized", official).getLast())
                .contains("\"words\":\"reason: Ban hành; location: Hà Nội\"", "wording");
        assertThat(entries("document-signed", official).getLast())
                .contains("\"words\":\"reason: Ban hành; location: Hà Nội\"", "wording");
        assertThat(entries("signing-refused", official))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry).contains("words-not-authorized"));

        String plain = "không lời ghi " + NUMBERS.incrementAndGet();
        OpaqueToken without = remote.sad(official, client, 1, hash(plain));
        WantedSignature.OfDocument document = document(plain, SignatureLevel.BASELINE_B);
        assertRefused(
                FailureCode.WORDS_NOT_AUTHORIZED, () -> sign(documents, official, without, saying(document, details)));
        assertThat(sign(documents, official, without, document)).isEqualTo(1);
        assertThat(entries("document-signed", official).getLast()).doesNotContain("words");
    }

    private static WantedSignature.OfDocument saying(WantedSignature.OfDocument wanted, SignatureDetails details) {
        return new WantedSignature.OfDocument(
                wanted.hash(),
                wanted.scheme(),
                wanted.level(),
                wanted.document(),
                wanted.signatureForm(),
                wanted.certification(),
                details);
    }

    private static List<String> entries(String deed, Official official) throws SQLException {
        try (Connection connection = remote.exchange.owner.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select body from audit_entry where body like ? and body like ? order by id")) {
            statement.setString(1, "%\"" + deed + "\"%");
            statement.setString(2, "%\"" + official.caller().name() + "\"%");
            List<String> bodies = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
            return bodies;
        }
    }

    @Test
    void knowsALiveSadBeforeAnythingIsReceived() {
        Official official = remote.official();
        OpaqueToken sad = remote.sad(official, client, 1, hash("sống " + NUMBERS.incrementAndGet()));
        documents.requireLive(sad);
        assertRefused(FailureCode.AUTHORIZATION_INVALID, () -> documents.requireLive(new OpaqueToken("không phải")));
        remote.clock.advance(remote.lifetimes.sad());
        assertRefused(FailureCode.AUTHORIZATION_EXPIRED, () -> documents.requireLive(sad));
    }

    private static int sign(
            SignAuthorizedDocuments node, Official official, OpaqueToken sad, WantedSignature... wanted) {
        return sign(node, official, sad, false, wanted);
    }

    private static int sign(
            SignAuthorizedDocuments node,
            Official official,
            OpaqueToken sad,
            boolean withMaterial,
            WantedSignature... wanted) {
        try (MadeSignatures made = node.sign(new DocumentSigningRequest(
                client.id(), official.credentialId(), sad, List.of(wanted), withMaterial, Long.MAX_VALUE))) {
            return made.signatures().size();
        }
    }

    private static WantedSignature.OfDocument document(String text, SignatureLevel level) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "document", ".txt"), text);
        return new WantedSignature.OfDocument(
                hash(text),
                SignatureScheme.ECDSA_SHA256,
                level,
                new NamedDocument("document", file),
                SignatureForm.CADES_DETACHED,
                Optional.empty(),
                SignatureDetails.NONE);
    }

    private static WantedSignature.OfDigest digest(DocumentHash hash, SignatureLevel level) {
        return new WantedSignature.OfDigest(hash, SignatureScheme.ECDSA_SHA256, level, DigestSigner.Content.ANY);
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
