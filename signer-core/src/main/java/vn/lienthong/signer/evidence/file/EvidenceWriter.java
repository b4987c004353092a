package vn.lienthong.signer.evidence.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.SealedHead;

/** Writes evidence files. Equal evidence gives equal octets. */
public final class EvidenceWriter {
    /** Every ZIP entry bears this time: about the ZIP format's own start, for times are proven by timestamps only. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    private EvidenceWriter() {}

    /**
     * The stream holds the file; it is left open.
     *
     * @throws MalformedEvidenceException if an entry is no UTF-8 or a certificate has no encoding
     */
    public static void write(EvidenceFile file, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        putStored(zip, "mimetype", EvidenceFile.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
        put(zip, "README.txt", Readme.TEXT.getBytes(StandardCharsets.UTF_8));
        put(zip, "evidence.json", EvidenceJson.write(file));
        for (Map.Entry<Long, SealedHead> head : file.heads().entrySet()) {
            String name = "heads/" + head.getKey();
            put(zip, name + ".json", head.getValue().head().toArray());
            put(zip, name + ".p7s", head.getValue().seal().toArray());
            put(zip, name + ".tst", head.getValue().timestamp().toArray());
        }
        int number = 1;
        for (X509Certificate certificate : file.certificates()) {
            put(zip, "certificates/" + number++ + ".cer", encoded(certificate));
        }
        number = 1;
        for (X509CRL crl : file.crls()) {
            put(zip, "crl/" + number++ + ".crl", encoded(crl));
        }
        zip.finish();
    }

    private static byte[] encoded(X509Certificate certificate) throws MalformedEvidenceException {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new MalformedEvidenceException(Reason.NOT_A_CERTIFICATE, "a certificate has no encoding", e);
        }
    }

    private static byte[] encoded(X509CRL crl) throws MalformedEvidenceException {
        try {
            return crl.getEncoded();
        } catch (CRLException e) {
            throw new MalformedEvidenceException(Reason.NOT_A_CERTIFICATE, "a CRL has no encoding", e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] octets) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(octets);
        zip.closeEntry();
    }

    /** First and uncompressed, so that the file's type can be told from its first octets, as OCF and ASiC do it. */
    private static void putStored(ZipOutputStream zip, String name, byte[] octets) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(octets);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(octets.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(octets);
        zip.closeEntry();
    }
}
