package vn.lienthong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    @Test
    void givesEachRunTheNextNumber(@TempDir Path folder) {
        Path file = folder.resolve("demo/so-van-ban");
        assertThat(new Registry(file).next()).isEqualTo(1234);
        assertThat(new Registry(file).next()).isEqualTo(1235);
    }
}
