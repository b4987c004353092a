package vn.lienthong.signer.token.cryptoki;

/** The attributes that this binding reads or writes. Source: PKCS#11 v2.40 §4. */
enum AttributeType {
    CKA_CLASS(0x0),
    CKA_TOKEN(0x1),
    CKA_PRIVATE(0x2),
    CKA_LABEL(0x3),
    CKA_VALUE(0x11),
    CKA_CERTIFICATE_TYPE(0x80),
    CKA_ISSUER(0x81),
    CKA_SERIAL_NUMBER(0x82),
    CKA_KEY_TYPE(0x100),
    CKA_SUBJECT(0x101),
    CKA_ID(0x102),
    CKA_SENSITIVE(0x103),
    CKA_SIGN(0x108),
    CKA_VERIFY(0x10A),
    CKA_MODULUS(0x120),
    CKA_MODULUS_BITS(0x121),
    CKA_PUBLIC_EXPONENT(0x122),
    CKA_PRIVATE_EXPONENT(0x123),
    CKA_PRIME_1(0x124),
    CKA_PRIME_2(0x125),
    CKA_EXPONENT_1(0x126),
    CKA_EXPONENT_2(0x127),
    CKA_COEFFICIENT(0x128),
    CKA_EXTRACTABLE(0x162),
    CKA_EC_PARAMS(0x180),
    CKA_EC_POINT(0x181);

    private final long value;

    AttributeType(long value) {
        this.value = value;
    }

    long value() {
        return value;
    }
}
