package vn.lienthong.demo.act;

/** The server's ids of the two deliveries: that of the ministry and that of the province. */
public record Receipts(String ministry, String province) {}
