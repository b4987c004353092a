package vn.lienthong.exchange.boundary.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.content.ContentTooLargeException;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

class FailuresTest {

    @Test
    void keepsTheFailureOfTheUseCase() {
        Failure own = Failure.of(FailureCode.LEASE_STALE);
        assertThat(of(new FailureException(own))).isSameAs(own);
        assertThat(of(new IOException(new FailureException(own)))).isSameAs(own);
    }

    @Test
    void callsABodyBeyondItsLimitTooLarge() {
        assertThat(of(new ContentTooLargeException(5)).code()).isEqualTo(FailureCode.BODY_TOO_LARGE);
    }

    @Test
    void dropsTheWordsOfAnUnknownException() {
        Failure failure = of(new IllegalStateException("select secret from table"));
        assertThat(failure).isEqualTo(Failure.of(FailureCode.INTERNAL));
        assertThat(of(new StackOverflowError()).code()).isEqualTo(FailureCode.INTERNAL);
    }

    private static Failure of(Throwable thrown) {
        return Failures.of(thrown, "POST", "text/plain");
    }
}
