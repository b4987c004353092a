package vn.lienthong.exchange.infrastructure.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import vn.lienthong.exchange.domain.edxml.EdxmlDocument;
import vn.lienthong.exchange.domain.edxml.EdxmlReading;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.failure.Failure;

/** Reads in one line what a test needs. */
final class Readings {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);

    private Readings() {}

    static EdxmlReading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static EdxmlReading read(byte[] octets) {
        return read(new ByteArrayInputStream(octets));
    }

    static EdxmlReading read(InputStream in) {
        return read(in, EdxmlRules.FIELD);
    }

    static EdxmlReading read(InputStream in, EdxmlRules rules) {
        try {
            return new WoodstoxEdxmlReader(CLOCK).read(in, rules);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static EdxmlDocument document(EdxmlReading reading) {
        return (EdxmlDocument) accepted(reading).message();
    }

    static EdxmlStatus status(EdxmlReading reading) {
        return (EdxmlStatus) accepted(reading).message();
    }

    static EdxmlReading.Accepted accepted(EdxmlReading reading) {
        assertThat(reading).isInstanceOf(EdxmlReading.Accepted.class);
        return (EdxmlReading.Accepted) reading;
    }

    static Failure refused(EdxmlReading reading) {
        assertThat(reading).isInstanceOf(EdxmlReading.Refused.class);
        return ((EdxmlReading.Refused) reading).failure();
    }
}
