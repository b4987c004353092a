package vn.lienthong.hsm.ceremony;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hsm.pki.DistinguishedName;
import vn.lienthong.hsm.token.KeyForm;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.token.KeyAlias;

/** The plan of the demo: two officials, one agency, a timestamping authority, the log's sealer, and keys to measure with. */
public final class DemoPlan {
    private static final String PROVINCE = "Ủy ban nhân dân tỉnh Bắc Kạn";
    private static final String PROVINCE_ID = "000.00.00.H03";
    private static final String PROVINCE_SYSTEM = "qlvb.bac-kan";
    private static final String MINISTRY = "Bộ Khoa học và Công nghệ";
    private static final String OPERATOR = "Liên Thông (thử nghiệm)";

    /** As {@code log-id} of the demo's configuration names it. */
    static final LogId LOG = new LogId("lienthong-demo");

    private static final String ROOT = "root-ca";
    private static final String ISSUING = "issuing-ca";
    private static final String TSA = "tsa-ca";

    /** Certifies machines, and is no anchor for documents: what a machine signs is never an official's signature. */
    public static final String SYSTEMS = "systems-ca";

    /** The demo server itself, as its TLS certificate names it. */
    static final DistinguishedName SERVER = new DistinguishedName("localhost", null, OPERATOR);

    private DemoPlan() {}

    public static CeremonyPlan plan() {
        return new CeremonyPlan(
                "lienthong-demo",
                List.of(
                        authority(ROOT, "CA gốc thử nghiệm Liên Thông", null),
                        authority(ISSUING, "CA cấp phát thử nghiệm Liên Thông", ROOT),
                        authority(TSA, "CA dấu thời gian thử nghiệm Liên Thông", ROOT),
                        authority(SYSTEMS, "CA hệ thống thử nghiệm Liên Thông", null)),
                List.of(ROOT),
                keys(),
                List.of(
                        new PlannedSystem(
                                "ministry",
                                new DistinguishedName(
                                        "Hệ thống quản lý văn bản Bộ Khoa học và Công nghệ", null, MINISTRY),
                                SYSTEMS),
                        new PlannedSystem("stranger", new DistinguishedName("Hệ thống lạ", null, "Không rõ"), null)));
    }

    private static List<PlannedKey> keys() {
        return List.of(
                new PlannedKey(
                        new KeyAlias("official-nguyen-van-an"),
                        KeyForm.RSA_2048,
                        KeyPurpose.OFFICIAL_SIGNATURE,
                        new DistinguishedName("Nguyễn Văn An", "Chủ tịch", PROVINCE),
                        ISSUING,
                        PROVINCE_ID,
                        Optional.empty(),
                        List.of(PROVINCE_SYSTEM)),
                new PlannedKey(
                        new KeyAlias("official-tran-thi-binh"),
                        KeyForm.RSA_2048,
                        KeyPurpose.OFFICIAL_SIGNATURE,
                        new DistinguishedName("Trần Thị Bình", "Phó Chủ tịch", PROVINCE),
                        ISSUING,
                        PROVINCE_ID,
                        Optional.empty(),
                        List.of()),
                new PlannedKey(
                        new KeyAlias("seal-ubnd-bac-kan"),
                        KeyForm.RSA_3072,
                        KeyPurpose.AGENCY_SEAL,
                        new DistinguishedName(PROVINCE, null, PROVINCE),
                        ISSUING,
                        PROVINCE_ID,
                        Optional.empty(),
                        List.of(PROVINCE_SYSTEM)),
                own("tsa-1", KeyForm.EC_P256, KeyPurpose.TIMESTAMP, "Máy chủ dấu thời gian 1", TSA),
                own("tsa-2", KeyForm.RSA_2048, KeyPurpose.TIMESTAMP, "Máy chủ dấu thời gian 2", TSA),
                own("log-seal", KeyForm.EC_P256, KeyPurpose.LOG_SEAL, "Niêm phong nhật ký Liên Thông", ISSUING),
                own("soap-answers", KeyForm.EC_P256, KeyPurpose.SOAP_ANSWERS, "Máy chủ liên thông", SYSTEMS),
                own("hash-rsa2048", KeyForm.RSA_2048, KeyPurpose.BENCH, "Khóa đo RSA-2048", ISSUING),
                own("hash-rsa3072", KeyForm.RSA_3072, KeyPurpose.BENCH, "Khóa đo RSA-3072", ISSUING),
                own("hash-p256", KeyForm.EC_P256, KeyPurpose.BENCH, "Khóa đo P-256", ISSUING));
    }

    private static PlannedAuthority authority(String name, String commonName, @Nullable String issuer) {
        return new PlannedAuthority(name, new DistinguishedName(commonName, null, OPERATOR), issuer);
    }

    private static PlannedKey own(String alias, KeyForm form, KeyPurpose purpose, String commonName, String issuer) {
        return new PlannedKey(
                new KeyAlias(alias),
                form,
                purpose,
                new DistinguishedName(commonName, null, OPERATOR),
                issuer,
                "",
                purpose == KeyPurpose.LOG_SEAL ? Optional.of(LOG) : Optional.empty(),
                List.of());
    }
}
