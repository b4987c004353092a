package vn.lienthong.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CpuClockTest {

    @Test
    void countsTheCompilersOfAJavaProcessWithinWhatItUses() {
        Duration compilers = CpuClock.ofCompilers(ProcessHandle.current().pid()).used();
        assertThat(compilers).isPositive().isLessThan(CpuClock.own().used());
    }

    @Test
    void countsAChildWhileItRunsAndAfterItEnded() throws Exception {
        CpuClock clock = CpuClock.ofProcessAndChildren(ProcessHandle.current().pid());
        Process busy =
                new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done; sleep 20").start();
        long child = busy.pid();
        try {
            while (CpuClock.ofProcess(child).used().compareTo(Duration.ofMillis(50)) < 0) {
                Thread.sleep(10);
            }
            Duration ofChild = CpuClock.ofProcess(child).used();
            assertThat(clock.used())
                    .isGreaterThanOrEqualTo(CpuClock.own().used().plus(ofChild));
        } finally {
            busy.destroyForcibly();
            assertThat(busy.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(CpuClock.ofProcess(child).used()).isZero();
        assertThat(clock.used()).isGreaterThanOrEqualTo(CpuClock.own().used().plusMillis(50));
    }
}
