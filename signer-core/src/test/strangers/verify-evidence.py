#!/usr/bin/env python3
"""Verifies an evidence file by docs/evidence-format.md, with Python's standard library and the openssl command alone.

usage: verify-evidence.py ROOT.pem EVIDENCE.zip [DOCUMENT]     exit status: 0 valid, 1 not valid, 3 not decided
It shares no line with the product: where both agree, the page says enough for others to write a verifier.
"""
import calendar, json, os, re, struct, subprocess, sys, tempfile, time, zlib

sys.dont_write_bytecode = True
from signed import ARC, Certificate, Refused, Undecided, moment, need, only, sha, signed_data

README = "52211dfee7b346a293918b46542fdb46fdff8534129a4102f26f28bcd7efd308"

# --- the parts ---------------------------------------------------------------------------------------------------------
def zip_of(parts):
    local, directory = b"", b""
    for name, content in parts.items():
        common = struct.pack("<5H3I2H", 10, 0, 0, 0, 0x21, zlib.crc32(content), len(content), len(content), len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 10) + common + struct.pack("<3H2I", 0, 0, 0, 0, len(local)) + name.encode()
        local += b"PK\3\4" + common + name.encode() + content
    return local + directory + b"PK\5\6" + struct.pack("<4H2IH", 0, 0, len(parts), len(parts), len(directory), len(local), 0)


def parts_of(octets):
    parts, at = {}, 0
    while octets[at:at + 4] == b"PK\3\4":
        length, named = struct.unpack_from("<IH", octets, at + 22)
        name = octets[at + 30:at + 30 + named].decode("ascii")
        need(name not in parts, "a part twice")
        at += 30 + named + length
        parts[name] = octets[at - length:at]
    need(zip_of(parts) == octets, "STRUCTURE: ZIP")
    return parts


def json_of(octets, shape):
    value = json.loads(octets.decode())
    need(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() == octets, "STRUCTURE: JSON")
    fits(value, shape)
    return value


def fits(value, shape):
    """Members and their order; an int or str stands for any value of that type, a list of one for a list of such."""
    if isinstance(shape, dict):
        need(isinstance(value, dict) and list(value) == list(shape), "members %s" % list(shape))
        for name in shape: fits(value[name], shape[name])
    elif isinstance(shape, list):
        need(isinstance(value, list), "a list")
        for item in value: fits(item, shape[0])
    else:
        need(type(value) is shape, "a %s" % shape)


DISPATCH = {"dispatchId": str, "documentId": str, "contentSha256": str, "contentLength": int}
ENVELOPE = {"from": str, "to": [str], "attachments": [{"name": str, "sha256": str, "length": int}]}
EVIDENCE = {"format": str, "log": str, "dispatch": DISPATCH, "envelope": ENVELOPE, "entries": [
    {"sequence": int, "entry": str, "salt": str, "previousHash": str, "batch": int, "leafIndex": int, "treeSize": int, "path": [str]}]}
HEAD = {"format": str, "logId": str, "batch": int, "firstSequence": int, "lastSequence": int, "treeSize": int, "rootHash": str,
        "previousChainHash": str, "chainHash": str, "previousHeadHash": str, "logRoot": str, "time": str}
OLD_HEAD = {name: HEAD[name] for name in HEAD if name != "logRoot"}


def hash_of(text):
    need(re.fullmatch("[0-9a-f]{64}", text), "a hash")
    return bytes.fromhex(text)


def rfc3339(text): return calendar.timegm(time.strptime(re.sub(r"(\.\d+)?Z$", "", text), "%Y-%m-%dT%H:%M:%S"))


# --- trust -------------------------------------------------------------------------------------------------------------
class Pki:
    def __init__(self, root, parts, folder):
        self.root, self.folder, self.used, self.used_crls = root, folder, set(), set()
        self.file = [c for n, c in parts.items() if n.startswith("certificates/")]
        self.crls = [c for n, c in parts.items() if n.startswith("crl/")]
        for name, group in (("certificates/%d.cer", self.file), ("crl/%d.crl", self.crls)):
            need(group == sorted(set(group)) and all(name % (i + 1) in parts for i in range(len(group))), "STRUCTURE: order")
        self.anchor = Certificate(self.openssl("x509", "-in", root, "-outform", "DER")[1])
        self.known = [Certificate(c) for c in self.file] + [self.anchor]
        with open(self.at("chain.pem"), "wb") as chain:
            for certificate in self.file: chain.write(self.openssl("x509", "-inform", "DER", given=certificate)[1])

    def at(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, "wb") as out: out.write(content)
        return path

    def openssl(self, *arguments, given=None):
        done = subprocess.run(("openssl",) + arguments, input=given, capture_output=True)
        return done.returncode == 0, done.stdout, done.stderr

    def path(self, certificate, at, purpose, code):
        pem = self.at("own.pem", self.openssl("x509", "-inform", "DER", given=certificate.octets)[1])
        need(self.openssl("verify", "-attime", str(at), "-purpose", purpose, "-auth_level", "2", "-CAfile", self.root,
                          "-untrusted", self.at("chain.pem"), pem)[0], code)
        while certificate.octets != self.anchor.octets:
            need(certificate.octets in self.file and certificate.subject != certificate.issuer, code + ": a path in the file")
            self.used.add(certificate.octets)
            issuer = next(c for c in self.known if c.subject == certificate.issuer)
            self.revocation(certificate, issuer, at, code)
            certificate = issuer

    def revocation(self, certificate, issuer, at, code):
        pem, deciding = self.at("issuer.pem", self.openssl("x509", "-inform", "DER", given=issuer.octets)[1]), []
        for octets in self.crls:
            signed, algorithm = only(octets).kids()[:2]
            fields = [f for f in signed.kids() if f.tag != 2]
            need(fields[0].whole() == algorithm.whole(), "list's algorithm")
            if fields[1].whole() != issuer.subject or b"verify OK" not in self.openssl(  # its exit status does not tell
                    "crl", "-inform", "DER", "-in", self.at("list.crl", octets), "-CAfile", pem, "-noout")[2]:
                continue
            for entry in fields[4].kids() if len(fields) > 4 and fields[4].tag == 0x30 else []:
                if entry.kids()[0].number() == certificate.serial and moment(entry.kids()[1]) <= at:
                    raise Refused(code + ": revoked")
            if fields[3].tag in (23, 24) and moment(fields[3]) >= at and moment(fields[2]) <= certificate.until:
                deciding.append((moment(fields[2]), octets))
        if not deciding:
            self.open = code + ": revocation"
        else:
            self.used_crls.add(max(deciding)[1])

    open = None


def verify_head(number, parts, pki, log):
    name = "heads/%d" % number
    head, seal, token = (parts[name + suffix] for suffix in (".json", ".p7s", ".tst"))
    old = b'"lienthong-tree-head-1"' in head
    said = json_of(head, OLD_HEAD if old else HEAD)
    need(said["format"] == "lienthong-tree-head-%d" % (1 if old else 2) and said["batch"] == number, "HEAD_FORM")
    need(said["lastSequence"] - said["firstSequence"] + 1 == said["treeSize"] >= 1, "HEAD_FORM")
    authority, info = signed_data(token, True)
    fields = only(info).kids()
    imprint = fields[2].kids()
    need(imprint[0].kids()[0].oid() == "2.16.840.1.101.3.4.2.1" and imprint[1].content() == sha(seal), "HEAD_TIMESTAMP: imprint")
    at = moment(fields[4])
    sealer, _ = signed_data(seal, False, pki.file)
    need(authority.is_only_for("1.3.6.1.5.5.7.3.8"), "TIMESTAMP_CERTIFICATE")
    need(sealer.is_only_for(ARC + ".1"), "SEAL_CERTIFICATE")
    need(sealer.log() == said["logId"] == log, "LOG_NAME")
    files = [pki.at(n, c) for n, c in (("head", head), ("seal", seal), ("token", token))]
    trusted = ("-CAfile", pki.root, "-attime", str(at))
    need(pki.openssl("cms", "-verify", "-binary", "-inform", "DER", "-in", files[1], "-content", files[0], "-certfile",
                     pki.at("chain.pem"), "-purpose", "any", "-cades", "-out", os.devnull, *trusted)[0], "HEAD_SEAL")
    need(pki.openssl("ts", "-verify", "-token_in", "-in", files[2], "-data", files[1], "-untrusted", pki.at("chain.pem"),
                     *trusted)[0], "HEAD_TIMESTAMP")
    pki.path(authority, at, "timestampsign", "TIMESTAMP_CERTIFICATE")
    pki.path(sealer, at, "any", "SEAL_CERTIFICATE")
    need(rfc3339(said["time"]) <= at + 60, "ENTRY_TIME")
    need(number > 1 or old or said["logRoot"] == sha(b"").hex(), "HEAD_LINK")
    return dict(said, at=at, hash=sha(head), leaf=sha(b"\0", head).hex())


def verify_links(heads):
    before = None
    for number in sorted(heads):
        head = heads[number]
        if number == 1:
            need(head["firstSequence"] == 1 and head["previousChainHash"] == head["previousHeadHash"] == "0" * 64, "HEAD_LINK")
        elif before is None:
            need(head["firstSequence"] >= number, "HEAD_LINK")
        if before:
            between = head["firstSequence"] - before["lastSequence"] - 1
            need(between >= number - before["batch"] - 1 and head["at"] + 60 >= before["at"], "HEAD_LINK, HEAD_TIME")
            need("logRoot" in head or "logRoot" not in before, "HEAD_LINK")
            need(number != 2 or head.get("logRoot", before["leaf"]) == before["leaf"], "HEAD_LINK")
            if number == before["batch"] + 1:
                need(between == 0 and head["previousChainHash"] == before["chainHash"]
                     and head["previousHeadHash"] == before["hash"].hex(), "HEAD_LINK")
        before = head


def verify_entry(entry, head, dispatch):
    octets, index, size = entry["entry"].encode(), entry["leafIndex"], entry["treeSize"]
    need(len(bytes.fromhex(entry["salt"])) == 32, "ENTRY_FORM: salt")
    leaf = sha(b"\0", bytes.fromhex(entry["salt"]), struct.pack(">q", entry["sequence"]), hash_of(entry["previousHash"]), octets)
    need(size == head["treeSize"] and 0 <= index < size, "ENTRY_INCLUDED")
    here, last, root = index, size - 1, leaf  # RFC 9162, 2.1.3.2
    for sibling in map(hash_of, entry["path"]):
        need(last > 0, "ENTRY_INCLUDED")
        if here & 1 or here == last:
            root = sha(b"\1", sibling, root)
            while not here & 1 and here: here, last = here >> 1, last >> 1
        else:
            root = sha(b"\1", root, sibling)
        here, last = here >> 1, last >> 1
    need(last == 0 and root.hex() == head["rootHash"], "ENTRY_INCLUDED")
    need(entry["sequence"] == head["firstSequence"] + index, "ENTRY_PLACE")
    need(index or entry["previousHash"] == head["previousChainHash"], "ENTRY_PLACE")
    need(index < size - 1 or leaf.hex() == head["chainHash"], "ENTRY_PLACE")
    body = json.loads(octets.decode())
    need(body.get("format") == "lienthong-audit-1" and body.get("dispatch") == dispatch, "ENTRY_FORM, ENTRY_ABOUT_DISPATCH")
    need(rfc3339(body["at"]) <= head["at"] + 60, "ENTRY_TIME")
    return leaf, body


def verify(root, evidence, document, folder):
    with open(evidence, "rb") as opened: parts = parts_of(opened.read())
    said = json_of(parts["evidence.json"], EVIDENCE)
    batches = sorted({entry["batch"] for entry in said["entries"]})
    names = ["mimetype", "README.txt", "evidence.json"] + ["heads/%d%s" % (n, s) for n in batches for s in (".json", ".p7s", ".tst")]
    rest = list(parts)[len(names):]
    need(list(parts)[:len(names)] == names and all(re.fullmatch(r"certificates/\d+\.cer|crl/\d+\.crl", n) for n in rest), "STRUCTURE")
    need(rest == sorted(rest, key=lambda n: (n[:3], int(re.search(r"\d+", n).group()))), "STRUCTURE")
    need(sha(parts["README.txt"]).hex() == README, "STRUCTURE: README.txt")
    need(parts["mimetype"] == b"application/vnd.lienthong.evidence+zip" and said["format"] == "lienthong-evidence-2", "STRUCTURE")
    pki = Pki(root, parts, folder)
    heads = {number: verify_head(number, parts, pki, said["log"]) for number in batches}
    need(pki.used == set(pki.file) and pki.used_crls == set(pki.crls), "STRUCTURE: what no check needs")
    verify_links(heads)
    before = (0, None)
    for number, entry in enumerate(said["entries"]):
        leaf, body = verify_entry(entry, heads[entry["batch"]], said["dispatch"])
        need(entry["sequence"] > before[0], "STRUCTURE: order of entries")
        need(entry["sequence"] != before[0] + 1 or before[1] is None or entry["previousHash"] == before[1].hex(), "ENTRY_PLACE")
        need((body["type"] == "dispatch-accepted") == (number == 0), "ACCEPTANCE")
        need(number or body["envelope"] == said["envelope"], "ACCEPTANCE")
        before = (entry["sequence"], leaf)
    need(said["entries"], "ACCEPTANCE")
    if document:
        with open(document, "rb") as opened: content = opened.read()
        need(said["dispatch"]["contentSha256"] == sha(content).hex() and said["dispatch"]["contentLength"] == len(content), "CONTENT")
    if pki.open:
        raise Undecided(pki.open)
    return "%d entries of the log %s, in %d batches" % (len(said["entries"]), said["log"], len(heads))


if __name__ == "__main__":
    try:
        with tempfile.TemporaryDirectory() as scratch:
            print("valid:", verify(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None, scratch))
    except Undecided as open_question:
        print("not decided:", open_question)
        sys.exit(3)
    except (Refused, KeyError, ValueError, IndexError, TypeError, StopIteration, struct.error, AttributeError) as refusal:
        print("not valid:", type(refusal).__name__, refusal)
        sys.exit(1)
