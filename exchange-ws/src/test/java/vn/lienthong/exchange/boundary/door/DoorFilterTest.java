package vn.lienthong.exchange.boundary.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.application.capacity.Pace;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.it.SlowClient;

/** The door in WildFly's Undertow, with a patience that a test can wait for. */
class DoorFilterTest {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration SOON = GRACE.plusSeconds(5);
    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final Map<String, String> STRANGER = Map.of();
    private static final Map<String, String> CALLER = Map.of("X-Caller", "a");
    private static final Map<String, String> OTHER_CALLER = Map.of("X-Caller", "b");
    private static final String BODY = "x".repeat(1000);

    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private Door door;
    private Undertow undertow;

    @BeforeEach
    void start() throws Exception {
        Pace stranger = new Pace(4096, GRACE, Duration.ofMillis(2500));
        Pace caller = new Pace(4096, GRACE, Duration.ofMillis(4500));
        door = Door.open(new DoorSettings(stranger, caller, 3, 2, 2));
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(DoorFilterTest.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("door")
                .addFilter(
                        Servlets.filter("door", DoorFilter.class, new ImmediateInstanceFactory<>(new DoorFilter(door))))
                .addFilterUrlMapping("door", "/*", DispatcherType.REQUEST)
                .addServlet(Servlets.servlet("count", Count.class, new ImmediateInstanceFactory<>(new Count()))
                        .addMapping("/count"))
                .addServlet(Servlets.servlet("pour", Pour.class, new ImmediateInstanceFactory<>(new Pour()))
                        .addMapping("/pour"));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1", Handlers.path().addPrefixPath("/", manager.start()))
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setIoThreads(1)
                .setWorkerThreads(6)
                .build();
        undertow.start();
    }

    @AfterEach
    void stop() {
        undertow.stop();
        door.close();
    }

    /** Says how many octets came. */
    private static final class Count extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String caller = request.getHeader("X-Caller");
            try {
                if (caller != null) {
                    Visit.admit(request, caller);
                }
                int count = request.getInputStream().readAllBytes().length;
                response.getOutputStream().print("octets " + count);
            } catch (FailureException e) {
                response.setStatus(e.failure().code().httpStatus());
                response.getOutputStream().print(e.failure().code().code());
            }
        }
    }

    /** Answers with far more than the kernel holds for a reader who does not read. */
    private final class Pour extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            byte[] piece = new byte[1 << 20];
            String end = "all was taken";
            try {
                Visit.admit(request, "a");
                for (int i = 0; i < 64; i++) {
                    response.getOutputStream().write(piece);
                }
            } catch (IOException e) {
                end = e.getMessage();
            }
            ended.add(end);
        }
    }

    private SlowClient client() throws IOException {
        return new SlowClient(
                ((InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress()).getPort());
    }

    private SlowClient posting(Map<String, String> headers) throws IOException {
        return client().head("/count", headers, BODY.length());
    }

    @Test
    void aBodyThatNeverComesIsRefusedAndItsConnectionClosed() throws Exception {
        for (Map<String, String> who : java.util.List.of(STRANGER, CALLER)) {
            try (SlowClient client = posting(who)) {
                refused(client.await());
            }
        }
    }

    @Test
    void aBodyThatTricklesIsRefused() throws Exception {
        try (SlowClient client = posting(STRANGER)) {
            refused(client.trickle("x", INTERVAL));
        }
    }

    @Test
    void aBodyThatTricklesAfterAFastBeginningIsRefused() throws Exception {
        try (SlowClient client = client().head("/count", CALLER, 2_000_000).send("x".repeat(1_000_000))) {
            refused(client.trickle("x", INTERVAL));
        }
    }

    private static void refused(SlowClient.Answer answer) {
        assertThat(answer.text()).startsWith("HTTP/1.1 408").contains("Connection: close", "request-too-slow");
        assertThat(answer.after()).isBetween(GRACE.minusMillis(100), SOON);
    }

    @Test
    void aBodyAtAPaceEndsAtTheDeadlineWhichIsLaterForACaller() throws Exception {
        SlowClient.Answer first = atAPace(STRANGER);
        assertThat(first.after()).isGreaterThan(Duration.ofMillis(2400));
        assertThat(atAPace(CALLER).after()).isGreaterThan(Duration.ofMillis(4400));
    }

    private SlowClient.Answer atAPace(Map<String, String> who) throws IOException {
        try (SlowClient client = client().head("/count", who, 10_000_000)) {
            SlowClient.Answer answer = client.trickle(BODY, INTERVAL);
            assertThat(answer.text()).startsWith("HTTP/1.1 408").contains("request-too-slow");
            return answer;
        }
    }

    @Test
    void waitingStrangersLeaveRoomForCallersAndForWhoeverSendsAtOnce() throws Exception {
        try (SlowClient first = posting(STRANGER);
                SlowClient second = posting(STRANGER)) {
            Thread.sleep(300);
            try (SlowClient third = posting(STRANGER)) {
                SlowClient.Answer refused = third.await();
                assertThat(refused.text()).startsWith("HTTP/1.1 503").contains("Connection: close", "overloaded");
            }
            served(STRANGER);
            try (SlowClient caller = posting(CALLER)) {
                Thread.sleep(50);
                caller.send(BODY);
                assertThat(caller.first(15)).isEqualTo("HTTP/1.1 200 OK");
            }
            refused(first.await());
            refused(second.await());
        }
        try (SlowClient again = posting(STRANGER)) {
            refused(again.await());
        }
    }

    @Test
    void aCallerHasItsShareAndOthersHaveTheirs() throws Exception {
        try (SlowClient first = posting(CALLER);
                SlowClient second = posting(CALLER)) {
            Thread.sleep(300);
            try (SlowClient third = posting(CALLER);
                    SlowClient other = posting(OTHER_CALLER)) {
                assertThat(third.await().text()).startsWith("HTTP/1.1 503").contains("overloaded");
                other.send(BODY);
                assertThat(other.first(15)).isEqualTo("HTTP/1.1 200 OK");
            }
            refused(first.await());
            refused(second.await());
        }
    }

    @Test
    void aReaderWhoDoesNotReadFreesItsThread() throws Exception {
        try (SlowClient client = client().head("/pour", STRANGER, 0)) {
            assertThat(client.first(15)).isEqualTo("HTTP/1.1 200 OK");

            assertThat(ended.poll(10, TimeUnit.SECONDS)).isEqualTo("the reader is too slow");

            assertThat(client.await().text().length())
                    .as("the answer breaks off")
                    .isLessThan(64 << 20);
            served(STRANGER);
        }
    }

    @Test
    void slowReadersOfOneCallerDoNotHaveAllThreads() throws Exception {
        try (SlowClient first = client().head("/pour", STRANGER, 0);
                SlowClient second = client().head("/pour", STRANGER, 0);
                SlowClient third = client().head("/pour", STRANGER, 0)) {
            for (SlowClient each : java.util.List.of(first, second, third)) {
                assertThat(each.first(15)).isEqualTo("HTTP/1.1 200 OK");
            }
            for (int i = 0; i < 3; i++) {
                assertThat(ended.poll(10, TimeUnit.SECONDS)).contains("slow");
            }
        }
        for (int i = 0; i < 12; i++) {
            served(CALLER); // no thread is left interrupted, and no place taken
        }
    }

    private void served(Map<String, String> who) throws IOException {
        try (SlowClient client = posting(who).send(BODY)) {
            assertThat(client.first(15)).isEqualTo("HTTP/1.1 200 OK");
        }
    }
}
