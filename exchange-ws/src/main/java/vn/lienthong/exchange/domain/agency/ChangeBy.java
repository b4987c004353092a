package vn.lienthong.exchange.domain.agency;

import java.time.Instant;

/** Who changes the directory, and when. */
public record ChangeBy(String name, Instant at) {}
