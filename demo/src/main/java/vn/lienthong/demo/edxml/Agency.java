package vn.lienthong.demo.edxml;

/** An agency as an edXML message names it. */
public record Agency(String organId, String name, String mail) {
    public static final Agency BAC_KAN =
            new Agency("000.00.00.H03", "Ủy ban nhân dân tỉnh Bắc Kạn", "ubnd@backan.example");
    public static final Agency MINISTRY =
            new Agency("000.00.00.G06", "Bộ Khoa học và Công nghệ", "bokhcn@most.example");
    public static final Agency CAO_BANG =
            new Agency("000.00.00.H14", "Ủy ban nhân dân tỉnh Cao Bằng", "ubnd@caobang.example");
}
