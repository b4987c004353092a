package vn.lienthong.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Whatever arrives, the authority answers with a TimeStampResp that a stranger can parse. */
class TimestampAuthorityFuzzTest {
    private static final AuthorityFixture FIXTURE = new AuthorityFixture();

    /** Some octets of a valid request changed, inserted or cut. */
    record Mutation(int kind, int position, byte octet) {
        byte[] apply(byte[] in) {
            int at = Math.floorMod(position, in.length);
            return switch (kind) {
                case 0 -> {
                    byte[] out = in.clone();
                    out[at] = octet;
                    yield out;
                }
                case 1 -> {
                    byte[] out = new byte[in.length + 1];
                    System.arraycopy(in, 0, out, 0, at);
                    out[at] = octet;
                    System.arraycopy(in, at, out, at + 1, in.length - at);
                    yield out;
                }
                default -> Arrays.copyOf(in, Math.max(1, at));
            };
        }
    }

    @Property(tries = 2000)
    void answersEveryMutatedRequest(@ForAll("mutations") @Size(min = 1, max = 4) List<Mutation> mutations)
            throws Exception {
        byte[] request = valid();
        for (Mutation mutation : mutations) {
            request = mutation.apply(request);
        }
        answers(request);
    }

    @Property(tries = 500)
    void answersAnyOctets(@ForAll @Size(max = 300) byte[] octets) throws Exception {
        answers(octets);
    }

    private static void answers(byte[] request) throws Exception {
        TimestampAnswer answer = FIXTURE.authority.respond(request);
        TimeStampResponse response = new TimeStampResponse(answer.response().toArray());
        assertThat(response.getTimeStampToken() != null).isEqualTo(answer instanceof TimestampAnswer.Issued);
    }

    private static byte[] valid() throws Exception {
        TimeStampRequestGenerator generator = AuthorityFixture.requests();
        generator.setReqPolicy(new ASN1ObjectIdentifier(AuthorityFixture.POLICY));
        return generator
                .generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.TEN)
                .getEncoded();
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.integers(), Arbitraries.bytes())
                .as(Mutation::new)
                .list();
    }
}
