package vn.lienthong.exchange.domain.edxml;

/** The official and department that dealt with a message. Absent texts are empty. */
public record StaffInfo(
        String department, String departmentId, String staff, String staffId, String email, String mobile) {}
