package vn.lienthong.exchange.boundary.rest.agencies;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.domain.agency.imports.AgencyLine;
import vn.lienthong.exchange.domain.agency.imports.AgencyLines;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.failure.Finding;

/**
 * A file of agencies: one JSON object a line, in UTF-8. One line is in memory at a time. Once a line has a fault no more are
 * given out, and the rest is read for its faults alone.
 */
final class AgencyFile implements AgencyLines {
    /** Of one line, in octets: a name, a mail address and twenty codes are far below. */
    static final int LONGEST_LINE = 16 * 1024;

    /** Of all: four times what the whole country has. */
    static final int MOST_LINES = 500_000;

    private static final int MOST_FAULTS = 100;

    private final MessageDigest sha256;
    private final InputStream octets;
    private final List<Finding> faults = new ArrayList<>();
    private int line;

    AgencyFile(InputStream body) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        octets = new BufferedInputStream(new DigestInputStream(body, sha256), 64 * 1024);
    }

    @Override
    public Optional<AgencyLine> next() {
        try {
            for (Optional<byte[]> text = line(); text.isPresent(); text = line()) {
                Optional<AgencyLine> read = text.get().length == 0 ? Optional.empty() : read(text.get());
                if (read.isPresent()) {
                    return read;
                }
            }
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
        if (!faults.isEmpty()) {
            throw invalid();
        }
        return Optional.empty();
    }

    private Optional<AgencyLine> read(byte[] text) {
        LineMembers members = LineMembers.parse(line, text);
        Optional<AgencyLine> read = members.agency();
        faults.addAll(members.faults());
        if (faults.size() >= MOST_FAULTS) {
            throw invalid();
        }
        return faults.isEmpty() ? read : Optional.empty();
    }

    /** The next line without its end; empty behind the last one. */
    private Optional<byte[]> line() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int octet = octets.read();
        if (octet < 0) {
            return Optional.empty();
        }
        if (++line > MOST_LINES) {
            throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Integer.toString(MOST_LINES)));
        }
        for (; octet >= 0 && octet != '\n'; octet = octets.read()) {
            if (text.size() == LONGEST_LINE) {
                faults.add(new Finding("R." + line, "longer than " + LONGEST_LINE + " octets"));
                throw invalid();
            }
            text.write(octet);
        }
        return Optional.of(text.toString(StandardCharsets.ISO_8859_1).isBlank() ? new byte[0] : text.toByteArray());
    }

    private FailureException invalid() {
        return new FailureException(new Failure(
                FailureCode.DIRECTORY_FILE_INVALID,
                List.of(faults.getFirst().code()),
                faults.subList(0, Math.min(MOST_FAULTS, faults.size()))));
    }

    @Override
    public Sha256Digest digest() {
        return Sha256Digest.of(sha256.digest());
    }
}
