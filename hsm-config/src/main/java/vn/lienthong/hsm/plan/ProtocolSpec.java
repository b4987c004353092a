package vn.lienthong.hsm.plan;

import java.nio.file.Path;
import vn.lienthong.signer.token.KeyAlias;

/**
 * Where the record of the ceremony goes.
 *
 * @param file the record; its signature and the signing key's public half lie beside it
 * @param signedBy a key of the token, made by this ceremony or before
 */
public record ProtocolSpec(Path file, KeyAlias signedBy) {
    public Path signatureFile() {
        return file.resolveSibling(file.getFileName() + ".sig");
    }

    public Path publicKeyFile() {
        return file.resolveSibling(file.getFileName() + ".pub.pem");
    }
}
