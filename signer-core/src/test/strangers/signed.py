"""DER, certificates and SignedData as docs/evidence-format.md wants them, read with the standard library alone."""
import calendar, hashlib, time

ARC = "2.25.299824412626534176966482877672007761101"
HALF_ORDER = {  # of P-256, P-384, P-521
    "1.2.840.10045.3.1.7": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551 >> 1,
    "1.3.132.0.34": int("FFFFFFFF" * 6 + "C7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973", 16) >> 1,
    "1.3.132.0.35": int("01FF" + "FFFFFFFF" * 7 + "FFFFFFFA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409", 16) >> 1}


class Refused(Exception): pass
class Undecided(Exception): pass


def need(condition, code):
    if not condition:
        raise Refused(code)


def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()


# --- DER ---------------------------------------------------------------------------------------------------------------
def der(octets, at=0, end=None):
    """The elements between two octets, as (tag, start, content, end); refuses what is not DER."""
    found, end = [], len(octets) if end is None else end
    while at < end:
        start, tag, length, at = at, octets[at], octets[at + 1], at + 2
        need(tag & 31 != 31 and length != 128, "DER")
        if length > 128:
            count, length = length - 128, int.from_bytes(octets[at:at + length - 128], "big")
            at += count
            need(length >= 128 and (length.bit_length() + 7) // 8 == count, "DER length")
        need(at + length <= end and tag not in (0x24, 0x23, 0x2C), "DER constructed string")
        if tag & 0x20:
            inner = der(octets, at, at + length)
            if tag == 0x31:
                members = [octets[i[1]:i[3]] for i in inner]
                need(members == sorted(members), "DER set")
        if tag == 0x02 and length > 1:
            need(not (octets[at] == 0 and octets[at + 1] < 128) and not (octets[at] == 255 and octets[at + 1] > 127), "DER integer")
        found.append((tag, start, at, at + length))
        at += length
    return found


class Node:
    def __init__(self, octets, element): self.o, (self.tag, self.start, self.at, self.end) = octets, element
    def kids(self): return [Node(self.o, e) for e in der(self.o, self.at, self.end)]
    def content(self): return self.o[self.at:self.end]
    def whole(self): return self.o[self.start:self.end]
    def number(self): return int.from_bytes(self.content(), "big", signed=True)
    def oid(self):
        arcs, value = [], 0
        for octet in self.content():
            value = value << 7 | octet & 127
            if octet < 128: arcs.append(value); value = 0
        first = min(arcs[0] // 40, 2)
        return ".".join(map(str, [first, arcs[0] - 40 * first] + arcs[1:]))


def only(octets):
    elements = der(octets)
    need(len(elements) == 1, "one DER element")
    return Node(octets, elements[0])


class Certificate:
    def __init__(self, octets):
        self.octets, parts = octets, only(octets).kids()
        fields = parts[0].kids()
        fields = fields if fields[0].tag == 0xA0 else [None] + fields
        need(len(parts) == 3 and parts[1].whole() == fields[2].whole(), "certificate's algorithm")
        self.serial, self.issuer, self.subject, self.key = fields[1].number(), fields[3].whole(), fields[5].whole(), fields[6]
        self.identity = fields[3].whole() + fields[1].whole()
        self.until = moment(fields[4].kids()[1])
        self.extensions = {}
        for field in fields[7:]:
            for extension in field.kids()[0].kids() if field.tag == 0xA3 else []:
                kids = extension.kids()
                self.extensions[kids[0].oid()] = (len(kids) == 3 and kids[1].content() == b"\xff", kids[-1].content())

    def is_only_for(self, purpose):
        critical, value = self.extensions.get("2.5.29.37", (False, b""))
        usage = only(self.extensions.get("2.5.29.15", (0, b"\x03\x01\x00"))[1]).content()[1:]
        basic = only(self.extensions.get("2.5.29.19", (0, b"\x30\x00"))[1]).kids()
        return (critical and [k.oid() for k in only(value).kids()] == [purpose] and usage[0] & 0xC0 != 0
                and usage[0] & 0x3F == 0 and not any(usage[1:]) and not (basic and basic[0].tag == 1))

    def log(self):
        names = only(self.extensions["2.5.29.17"][1]).kids() if "2.5.29.17" in self.extensions else []
        logs = [n.kids()[1].kids()[0] for n in names if n.tag == 0xA0 and n.kids()[0].oid() == ARC + ".2"]
        need(len(logs) == 1 and logs[0].tag == 12, "SEAL_CERTIFICATE name")
        return logs[0].content().decode()


def moment(node):
    text = node.content().decode().rstrip("Z").split(".")[0]
    return calendar.timegm(time.strptime(text, "%y%m%d%H%M%S" if node.tag == 23 else "%Y%m%d%H%M%S"))


def signed_data(octets, token, known=()):
    """The signer's certificate and the content of a SignedData in its one form."""
    kind, wrapped = only(octets).kids()
    need(kind.oid() == "1.2.840.113549.1.7.2" and wrapped.tag == 0xA0, "SignedData")
    parts = wrapped.kids()[0].kids()
    need([p.tag for p in parts] == [2, 0x31, 0x30, 0xA0, 0x31], "SignedData: parts")
    version, digests, content, certificates, signers = parts
    need(version.number() == (3 if token else 1) and len(signers.kids()) == 1, "SignedData: one form")
    held, signer = [Certificate(c.whole()) for c in certificates.kids()], signers.kids()[0].kids()
    certificate = next(c for c in held if c.identity == b"".join(k.whole() for k in signer[1].kids()))
    need(len(held) == 1 if token else all(c.octets in known for c in held), "SignedData: certificates")
    need([p.tag for p in signer] == [2, 0x30, 0x30, 0xA0, 0x30, 4] and signer[0].number() == 1, "signer: parts")
    need([d.whole() for d in digests.kids()] == [signer[2].whole()] and len(signer[2].kids()) == 1, "digest algorithm")
    digest = {"2.16.840.1.101.3.4.2.%d" % n: n + 1 for n in (1, 2, 3)}.get(signer[2].kids()[0].oid())
    members = [a.whole() for a in signer[3].kids()]
    need(members == sorted(members) and digest, "signed attributes")
    need(any(a.kids()[0].oid() == "1.2.840.113549.1.9.16.2.47" for a in signer[3].kids()), "signing-certificate-v2")
    algorithm = [k.content() if k.tag == 5 else k.oid() for k in signer[4].kids()[:2] if k.tag in (5, 6)]
    if algorithm[0].startswith("1.2.840.10045."):
        need(algorithm == ["1.2.840.10045.4.3.%d" % digest] and len(signer[4].kids()) == 1, "ECDSA")
        r, s = only(signer[5].content()).kids()
        need(r.number() > 0 and 0 < s.number() <= HALF_ORDER[certificate.key.kids()[0].kids()[1].oid()], "the smaller twin")
    else:
        need(algorithm == ["1.2.840.113549.1.1.1", b""] or algorithm[0] == "1.2.840.113549.1.1.10", "RSA")
    inside = content.kids()
    need(len(inside) == (2 if token else 1), "detached or not")
    return certificate, inside[1].kids()[0].content() if token else None
