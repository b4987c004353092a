package vn.lienthong.exchange.application.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.remote.DocumentHash;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** What is agreed to with a passkey is one wish, and no other. */
class CommitmentTest {
    private static final List<DocumentHash> FIVE = List.of(hash("1a"), hash("2b"), hash("3c"), hash("4d"), hash("5e"));

    private static DocumentHash hash(String octet) {
        return new DocumentHash(octet.repeat(32));
    }

    /** A hash in hexadecimal is a text, and words may say it. */
    @Test
    void wordsAreNotTakenForHashes() {
        SignatureWish hashes = new SignatureWish("credential", DigestAlgorithm.SHA256, FIVE, 5);
        SignedWords sayingTheRest = new SignedWords(
                FIVE.get(1).hex(),
                FIVE.get(2).hex(),
                FIVE.get(3).hex(),
                FIVE.get(4).hex());
        SignatureWish words =
                new SignatureWish("credential", DigestAlgorithm.SHA256, FIVE.subList(0, 1), List.of(sayingTheRest), 5);
        assertThat(AuthorizeSignatures.commitment("ky", hashes))
                .isEqualTo(AuthorizeSignatures.commitment("ky", hashes))
                .isNotEqualTo(AuthorizeSignatures.commitment("ky", words));
    }
}
