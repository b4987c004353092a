package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.cms.BerElement;

/** The CMS in a signature's Contents, checked against the octets that it covers and its own certificate. */
final class EmbeddedCms {
    private static final int MAX_DEPTH = 64;
    /** Bouncy Castle's own, handed over as an instance: the JDK's providers do not know PSS by the name used here. */
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private EmbeddedCms() {}

    /** False also for a kind of signature that is not known here. */
    static boolean fits(EarlierSignature signature, CoveredRange range, RandomAccessFile octets) {
        byte[] contents = signature.contents().map(Bytes::toArray).orElseGet(() -> new byte[0]);
        OptionalInt length = BerElement.length(contents, MAX_DEPTH);
        if (length.isEmpty() || !isZero(contents, length.getAsInt())) {
            return false;
        }
        byte[] cms = Arrays.copyOf(contents, length.getAsInt());
        try {
            return switch (signature.subFilter().orElse("")) {
                case "ETSI.CAdES.detached", "adbe.pkcs7.detached" -> detachedFits(cms, range, octets);
                case "ETSI.RFC3161" -> timestampFits(cms, range, octets);
                default -> false;
            };
        } catch (CMSException | TSPException | OperatorCreationException | CertificateException | IOException e) {
            return false;
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | UncheckedIOException e) {
            // Bouncy Castle says malformed ASN.1 in these ways too.
            return false;
        }
    }

    /** Behind the CMS come zeros alone: nothing may hide where no signature covers it. */
    private static boolean isZero(byte[] contents, int from) {
        return IntStream.range(from, contents.length).allMatch(i -> contents[i] == 0);
    }

    private static boolean detachedFits(byte[] cms, CoveredRange range, RandomAccessFile octets)
            throws CMSException, OperatorCreationException, CertificateException {
        CMSSignedData signed = new CMSSignedData(new Covered(range, octets), cms);
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        return signers.size() == 1 && verifies(signers.iterator().next(), signed.getCertificates());
    }

    private static boolean timestampFits(byte[] cms, CoveredRange range, RandomAccessFile octets)
            throws CMSException, TSPException, IOException, OperatorCreationException, CertificateException {
        TimeStampToken token = new TimeStampToken(new CMSSignedData(cms));
        DigestCalculator digest = digests().get(token.getTimeStampInfo().getHashAlgorithm());
        range.copy(octets, digest.getOutputStream());
        return Arrays.equals(digest.getDigest(), token.getTimeStampInfo().getMessageImprintDigest())
                && verifies(
                        token.toCMSSignedData()
                                .getSignerInfos()
                                .getSigners()
                                .iterator()
                                .next(),
                        token.getCertificates());
    }

    private static boolean verifies(SignerInformation signer, Store<X509CertificateHolder> certificates)
            throws CMSException, OperatorCreationException, CertificateException {
        Collection<X509CertificateHolder> own = certificates.getMatches(signer.getSID());
        return !own.isEmpty()
                && signer.verify(new JcaSignerInfoVerifierBuilder(digests())
                        .setProvider(BOUNCY_CASTLE)
                        .build(own.iterator().next()));
    }

    /** The JDK's digests, which use the processor's SHA instructions. */
    private static DigestCalculatorProvider digests() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder().build();
    }

    /** The covered octets as content to be digested, streamed from the file. */
    private record Covered(CoveredRange range, RandomAccessFile octets) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            range.copy(octets, out);
        }

        @Override
        public Object getContent() {
            return range;
        }
    }
}
