package vn.lienthong.exchange.domain.remote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/**
 * What a signature says in words, beside its document. It is part of what an official agrees to. An empty text is not said.
 *
 * @param name of the signer
 * @param reason why it was signed
 * @param location where it was signed
 * @param contact how to reach the signer
 */
public record SignedWords(String name, String reason, String location, String contact) {
    /** Of each text, in characters; as long as signatures may have them. */
    public static final int LONGEST = 500;

    /** Nothing said. */
    public static final SignedWords NONE = new SignedWords("", "", "", "");

    public SignedWords {
        for (String text : new String[] {name, reason, location, contact}) {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("a text of a signature has at most " + LONGEST + " characters");
            }
        }
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Names the words: no other words have it. */
    public Sha256Digest digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String text : texts()) {
                byte[] octets = text.getBytes(StandardCharsets.UTF_8);
                sha256.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha256.update(octets);
            }
            return Sha256Digest.of(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** In the order in which they are told; those that are not said are empty. */
    public List<String> texts() {
        return List.of(name, reason, location, contact);
    }

    /** For the audit log, in one line: each text that is said, by its name. */
    public String inOneLine() {
        List<String> names = List.of("name", "reason", "location", "contact");
        List<String> said = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!texts().get(i).isEmpty()) {
                said.add(names.get(i) + ": " + texts().get(i));
            }
        }
        return String.join("; ", said);
    }
}
