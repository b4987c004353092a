package vn.lienthong.demo.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Map;
import vn.lienthong.demo.image.SealImage;
import vn.lienthong.demo.image.SignatureImage;
import vn.lienthong.demo.letter.SampleLetter;
import vn.lienthong.demo.rest.FormBody;
import vn.lienthong.demo.rest.RestClient;
import vn.lienthong.demo.story.Story;
import vn.lienthong.signer.algorithm.Bytes;

/** The official signs and the clerk seals, both with keys in the HSM, through the REST API. */
public final class SigningAct {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SEAL_MILLIMETRES = 36;

    private final Story story;
    private final Stage stage;
    private final Cast cast;

    public SigningAct(Story story, Stage stage, Cast cast) {
        this.story = story;
        this.stage = stage;
        this.cast = cast;
    }

    /** The document with both signatures. */
    public Bytes perform(Manuscript manuscript) {
        byte[] pdf = manuscript.pdf().toArray();
        story.chapter("Ký số công văn", "The official letter is signed");
        byte[] signed = story.step(
                "Chủ tịch Nguyễn Văn An ký bằng khóa trong HSM (PAdES-BASELINE-T), hình chữ ký hiển thị trên văn bản",
                "Chairman Nguyễn Văn An signs with his key in the HSM (PAdES-BASELINE-T); the signature is visible",
                () -> official(manuscript, pdf));
        stage.keep("2-da-ky.pdf", signed);
        byte[] sealed = story.step(
                "Văn thư đóng dấu cơ quan bằng khóa trong HSM, chữ ký số thứ hai nối tiếp chữ ký thứ nhất",
                "The clerk seals it with the agency's key in the HSM: a second signature on top of the first",
                () -> seal(signed));
        stage.keep("3-da-dong-dau.pdf", sealed);
        return Bytes.of(sealed);
    }

    private byte[] official(Manuscript manuscript, byte[] pdf) {
        byte[] signed = sign(
                cast.official(),
                pdf,
                SignatureImage.png(),
                Map.of(
                        "key", "official-nguyen-van-an",
                        "level", "baseline-T",
                        "signerName", SampleLetter.SIGNER,
                        "location", "Bắc Kạn",
                        "appearance", Map.of("kind", "official-signature", "placement", manuscript.placement())));
        story.check(
                startsWith(signed, pdf),
                "Chữ ký của người có thẩm quyền nối thêm vào tệp, không sửa byte nào của văn bản gốc",
                "The official's signature is appended; no octet of the original document changed");
        return signed;
    }

    private byte[] seal(byte[] signed) {
        byte[] image = SealImage.of("ỦY BAN NHÂN DÂN TỈNH BẮC KẠN", "TRÌNH DIỄN");
        byte[] sealed = sign(
                cast.clerk(),
                signed,
                image,
                Map.of(
                        "key", "seal-ubnd-bac-kan",
                        "level", "baseline-T",
                        "signerName", "Ủy ban nhân dân tỉnh Bắc Kạn",
                        "location", "Bắc Kạn",
                        "appearance",
                                Map.of(
                                        "kind",
                                        "agency-seal",
                                        "diameter",
                                        SEAL_MILLIMETRES,
                                        "agencyName",
                                        "Ủy ban nhân dân tỉnh Bắc Kạn",
                                        "placement",
                                        Map.of("rule", "over-official-signature"))));
        story.check(
                startsWith(sealed, signed),
                "Chữ ký của cơ quan nối thêm vào tệp, chữ ký thứ nhất còn nguyên từng byte",
                "The agency's signature is appended; the first one is still there octet for octet");
        return sealed;
    }

    private static byte[] sign(RestClient who, byte[] pdf, byte[] image, Map<String, Object> parameters) {
        return who.post(
                        "signatures",
                        new FormBody()
                                .field("parameters", "application/json", json(parameters))
                                .file("image", "image.png", "image/png", image)
                                .file("document", "document.pdf", "application/pdf", pdf))
                .required()
                .body();
    }

    private static boolean startsWith(byte[] whole, byte[] start) {
        return whole.length > start.length && Arrays.equals(whole, 0, start.length, start, 0, start.length);
    }

    private static String json(Map<String, Object> parameters) {
        try {
            return JSON.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can be written", e);
        }
    }
}
