package vn.lienthong.hsm.plan;

import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.hsm.pki.DistinguishedName;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.cryptoki.KeyPairSpec;

/** One thing that a ceremony does to the token. */
public sealed interface Step {
    /** How the file names it. */
    String name();

    /** The token is made, with both of its PINs. Nothing was on it before. */
    record InitialiseToken() implements Step {
        @Override
        public String name() {
            return "initialise-token";
        }
    }

    /** @param id CKA_ID; the alias' octets where it is left out */
    record GenerateKeyPair(KeyAlias alias, KeyPairSpec form, Optional<Bytes> id) implements Step {
        @Override
        public String name() {
            return "generate-key-pair";
        }
    }

    /** @param file the PKCS #10 request as PEM, which does not exist yet */
    record RequestCertificate(KeyAlias alias, DistinguishedName subject, Path file) implements Step {
        @Override
        public String name() {
            return "request-certificate";
        }
    }

    /** @param file the certificate as PEM, the key's own first; only that one goes to the token */
    record ImportCertificate(KeyAlias alias, Path file) implements Step {
        @Override
        public String name() {
            return "import-certificate";
        }
    }

    /** @param fingerprint SHA-256 of the public key's SubjectPublicKeyInfo, so that nobody destroys another key by its name */
    record DestroyKeyPair(KeyAlias alias, Bytes fingerprint) implements Step {
        @Override
        public String name() {
            return "destroy-key-pair";
        }
    }
}
