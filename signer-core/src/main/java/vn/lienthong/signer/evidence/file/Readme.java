package vn.lienthong.signer.evidence.file;

import java.nio.charset.StandardCharsets;
import vn.lienthong.signer.algorithm.Bytes;

/** What stands in the file for whoever opens it without this product. */
final class Readme {
    static final String TEXT = """
            TỆP CHỨNG CỨ LIÊN THÔNG
            Tệp này chứng minh một văn bản điện tử đã được tiếp nhận, gửi và nhận như thế nào. Mọi người đều có thể tự kiểm tra,
            không cần máy chủ, không cần mạng.

              evidence.json       các mục nhật ký về văn bản, kèm đường băm từ từng mục đến gốc của cây băm
              heads/N.json        đầu cây băm của lô N: đúng các byte đã được ký
              heads/N.p7s         chữ ký số (CAdES, tách rời) trên heads/N.json
              heads/N.tst         dấu thời gian (RFC 3161) trên heads/N.p7s
              certificates/*.cer  chứng thư số của bên ký và của tổ chức cấp dấu thời gian
              crl/*.crl           danh sách chứng thư số bị thu hồi

            Tự kiểm tra (ROOT.pem là chứng thư số gốc mà quý vị tự lấy từ nguồn mình tin cậy, KHÔNG lấy từ tệp này):

              for f in certificates/*.cer; do openssl x509 -inform DER -in "$f"; done > chain.pem
              openssl cms -verify -binary -inform DER -in heads/N.p7s -content heads/N.json \\
                  -CAfile ROOT.pem -certfile chain.pem -purpose any -cades -out /dev/null
              openssl ts -verify -token_in -in heads/N.tst -data heads/N.p7s -CAfile ROOT.pem -untrusted chain.pem

            Chứng thư số của bên ký phải có mục đích riêng (extended key usage, critical, duy nhất)
            2.25.299824412626534176966482877672007761101.1 và nêu tên nhật ký (otherName ...101.2); nếu không, đó là chữ ký của
            người khác. Xem bằng: openssl cms -inform DER -in heads/N.p7s -cmsout -print

            Băm của một mục = SHA-256(00 || salt || sequence, 8 byte || previousHash || đúng các byte của entry).
            Nút của cây = SHA-256(01 || trái || phải), theo RFC 9162, mục 2.1. Gốc phải bằng rootHash trong heads/N.json.
            Số thứ tự của mục = firstSequence + leafIndex.

            LIEN THONG EVIDENCE FILE
            This file proves how one electronic document was accepted, sent and received. Anybody can check it, with no
            server and no network.

              evidence.json       the log's entries about the document, each with its hash path to the root of a tree
              heads/N.json        the tree head of batch N: exactly the octets that were signed
              heads/N.p7s         the digital signature (CAdES, detached) over heads/N.json
              heads/N.tst         the timestamp (RFC 3161) over heads/N.p7s
              certificates/*.cer  the certificates of the sealer and of the time-stamping authority
              crl/*.crl           revocation lists

            Check it by the three commands above. ROOT.pem is the root certificate that you took from a source which you
            trust, NOT from this file.

            The sealer's certificate must have the extended key usage 2.25.299824412626534176966482877672007761101.1, critical and
            alone, and name the log (otherName ...101.2); otherwise it is somebody else's signature. To see it:
            openssl cms -inform DER -in heads/N.p7s -cmsout -print

            An entry's hash = SHA-256(00 || salt || sequence as 8 octets || previousHash || exactly the octets of entry).
            A node of the tree = SHA-256(01 || left || right), by RFC 9162 section 2.1. The root must equal rootHash in
            heads/N.json. An entry's sequence = firstSequence + leafIndex.
            """;

    static final Bytes OCTETS = Bytes.of(TEXT.getBytes(StandardCharsets.UTF_8));

    private Readme() {}
}
