package vn.lienthong.exchange.infrastructure.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.domain.account.SecretUnreadableException;
import vn.lienthong.exchange.domain.account.SharedSecret;

class AesGcmVaultIT {
    private static final SharedSecret SECRET = SharedSecret.of("một bí mật".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedForItsOwner() throws IOException {
        AesGcmVault vault = vault("01".repeat(32));
        byte[] sealed = vault.seal("vxp.saas.02", SECRET);
        assertThat(vault.open("vxp.saas.02", sealed)).isEqualTo(SECRET);
        assertThat(vault.seal("vxp.saas.02", SECRET)).isNotEqualTo(sealed);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(SECRET.reveal(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusesAnotherOwnerAnotherKeyAndEveryChangedOctet() throws IOException {
        AesGcmVault vault = vault("01".repeat(32));
        byte[] sealed = vault.seal("vxp.saas.02", SECRET);
        refused(vault, "vxp.saas.03", sealed);
        refused(vault("02".repeat(32)), "vxp.saas.02", sealed);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            refused(vault, "vxp.saas.02", changed);
        }
        refused(vault, "vxp.saas.02", new byte[0]);
    }

    @Test
    void refusesAKeyFileThatHoldsNoKey() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> vault("short"))
                .withMessageContaining("64 hexadecimal digits");
    }

    private AesGcmVault vault(String key) throws IOException {
        return AesGcmVault.ofKeyFile(Files.writeString(folder.resolve("vault.key"), key + "\n"), new SecureRandom());
    }

    private static void refused(AesGcmVault vault, String owner, byte[] sealed) {
        assertThatExceptionOfType(SecretUnreadableException.class).isThrownBy(() -> vault.open(owner, sealed));
    }
}
