package vn.lienthong.signer.evidence.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.evidence.MalformedEvidenceException;
import vn.lienthong.signer.evidence.MalformedEvidenceException.Reason;
import vn.lienthong.signer.evidence.SealedHead;
import vn.lienthong.signer.strict.StrictX509;

/**
 * Reads evidence files that a stranger may have made. What was read is written again and compared, so a file says nothing
 * but what is returned, and there is no second file that says the same.
 */
public final class EvidenceReader {
    private static final Pattern HEAD = Pattern.compile("heads/([1-9][0-9]{0,17})\\.(json|p7s|tst)");
    private static final Pattern CERTIFICATE = Pattern.compile("certificates/[1-9][0-9]{0,4}\\.cer");
    private static final Pattern CRL = Pattern.compile("crl/[1-9][0-9]{0,4}\\.crl");

    private EvidenceReader() {}

    /**
     * What the file holds, unjudged.
     *
     * @throws MalformedEvidenceException if the file is not laid out as evidence files are, or passes a limit
     */
    public static EvidenceFile read(Path path) throws IOException {
        byte[] octets = StoredZip.octets(path);
        EvidenceFile file = read(StoredZip.parts(octets));
        if (!Arrays.equals(EvidenceWriter.octets(file), octets)) {
            throw new MalformedEvidenceException(
                    Reason.NOT_CANONICAL, "the file holds something besides its evidence, or spells it in another way");
        }
        return file;
    }

    private static EvidenceFile read(Map<String, Bytes> parts) throws MalformedEvidenceException {
        requireExactly(parts, "mimetype", Bytes.of(EvidenceFile.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII)));
        // people follow what it says: another text could send them to a forger's root
        requireExactly(parts, "README.txt", Readme.OCTETS);
        EvidenceJson.Content content =
                EvidenceJson.read(part(parts, "evidence.json").toArray());
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> crls = new ArrayList<>();
        SortedSet<Long> batches = new TreeSet<>();
        for (Map.Entry<String, Bytes> part : parts.entrySet()) {
            String name = part.getKey();
            if (HEAD.matcher(name).matches()) {
                batches.add(Long.parseLong(name, "heads/".length(), name.lastIndexOf('.'), 10));
            } else if (CERTIFICATE.matcher(name).matches()) {
                certificates.add(certificate(part.getValue(), name));
            } else if (CRL.matcher(name).matches()) {
                crls.add(crl(part.getValue(), name));
            } else if (!name.equals("mimetype") && !name.equals("evidence.json") && !name.equals("README.txt")) {
                throw new MalformedEvidenceException(Reason.ENTRY_NOT_ALLOWED, "no part may be called " + name);
            }
        }
        return new EvidenceFile(
                content.log(),
                content.dispatch(),
                content.envelope(),
                content.entries(),
                heads(parts, batches),
                certificates,
                crls);
    }

    private static SortedMap<Long, SealedHead> heads(Map<String, Bytes> parts, SortedSet<Long> batches)
            throws MalformedEvidenceException {
        SortedMap<Long, SealedHead> heads = new TreeMap<>();
        for (long batch : batches) {
            String name = "heads/" + batch;
            heads.put(
                    batch,
                    new SealedHead(
                            part(parts, name + ".json"), part(parts, name + ".p7s"), part(parts, name + ".tst")));
        }
        return heads;
    }

    private static void requireExactly(Map<String, Bytes> parts, String name, Bytes content)
            throws MalformedEvidenceException {
        if (!part(parts, name).equals(content)) {
            throw new MalformedEvidenceException(Reason.FIELD_WRONG, name + " is not that of the format");
        }
    }

    private static Bytes part(Map<String, Bytes> parts, String name) throws MalformedEvidenceException {
        Bytes part = parts.get(name);
        if (part == null) {
            throw new MalformedEvidenceException(Reason.ENTRY_MISSING, name + " is missing");
        }
        return part;
    }

    private static X509Certificate certificate(Bytes der, String name) throws MalformedEvidenceException {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der.toArray()));
            if (StrictX509.isCertificate(der.toArray())) {
                return certificate;
            }
        } catch (GeneralSecurityException e) {
            throw new MalformedEvidenceException(Reason.NOT_A_CERTIFICATE, name + " is no certificate", e);
        }
        throw new MalformedEvidenceException(Reason.NOT_A_CERTIFICATE, name + " is not DER alone");
    }

    private static X509CRL crl(Bytes der, String name) throws MalformedEvidenceException {
        try {
            X509CRL crl = (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der.toArray()));
            if (StrictX509.isList(der.toArray())) {
                return crl;
            }
        } catch (GeneralSecurityException e) {
            throw new MalformedEvidenceException(Reason.NOT_A_CERTIFICATE, name + " is no CRL", e);
        }
        throw new MalformedEvidenceException(Reason.NOT_A_CERTIFICATE, name + " is not DER alone");
    }
}
