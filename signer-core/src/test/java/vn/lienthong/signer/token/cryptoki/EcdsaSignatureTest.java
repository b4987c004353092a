package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;

class EcdsaSignatureTest {
    @Test
    void dropsLeadingZerosAndAddsOneBeforeAHighBit() {
        assertThat(HexFormat.of().formatHex(EcdsaSignature.der(HexFormat.of().parseHex("000180ff"))))
                .isEqualTo("3008" + "020101" + "02030080ff");
    }

    @Test
    void refusesAPairOfUnequalHalves() {
        assertThatIllegalArgumentException().isThrownBy(() -> EcdsaSignature.der(new byte[63]));
        assertThatIllegalArgumentException().isThrownBy(() -> EcdsaSignature.der(new byte[0]));
    }

    @Property
    void keepsBothNumbersInStrictDer(@ForAll("pairs") byte[] pair) throws IOException {
        byte[] der = EcdsaSignature.der(pair);
        ASN1Sequence sequence = ASN1Sequence.getInstance(der);
        int half = pair.length / 2;
        assertThat(sequence.size()).isEqualTo(2);
        assertThat(ASN1Integer.getInstance(sequence.getObjectAt(0)).getValue())
                .isEqualTo(new BigInteger(1, Arrays.copyOf(pair, half)));
        assertThat(ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue())
                .isEqualTo(new BigInteger(1, Arrays.copyOfRange(pair, half, pair.length)));
        assertThat(sequence.getEncoded(ASN1Encoding.DER)).isEqualTo(der);
    }

    /** Pairs as P-256, P-384 and P-521 give them, with many zeros and high bits at the edges. */
    @Provide
    Arbitrary<byte[]> pairs() {
        Arbitrary<Byte> octet =
                Arbitraries.oneOf(Arbitraries.of((byte) 0, (byte) 0, (byte) 0x80, (byte) 0xff), Arbitraries.bytes());
        return Arbitraries.of(64, 96, 132)
                .flatMap(n -> octet.array(byte[].class).ofSize(n));
    }
}
