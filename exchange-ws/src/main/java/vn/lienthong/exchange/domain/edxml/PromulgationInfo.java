package vn.lienthong.exchange.domain.edxml;

import java.time.LocalDate;

/** Where and when a document was issued (địa danh và ngày ban hành). The place is empty when absent. */
public record PromulgationInfo(String place, LocalDate promulgationDate) {}
