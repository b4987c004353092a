#!/usr/bin/env python3
"""Checks what a transparency log shows by docs/transparency.md and RFC 9162 alone: hashlib, and urllib to fetch it.

usage: watch-log.py URL [SIZE:ROOT]     exit status: 0 consistent, 1 not
SIZE:ROOT is a root that was seen before. Seals are checked by verify-evidence.py; here it is about the tree.
"""
import hashlib, json, sys, time, urllib.error, urllib.request


def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()


def mth(leaves):  # 2.1.1, of leaves that are hashed already
    if not leaves: return sha()
    if len(leaves) == 1: return leaves[0]
    k = split(len(leaves))
    return sha(b"\1", mth(leaves[:k]), mth(leaves[k:]))


def split(n):
    k = 1
    while 2 * k < n: k *= 2
    return k


def included(leaf, index, size, path, root):  # 2.1.3.2
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0: return False
        if fn & 1 or fn == sn:
            r = sha(b"\1", p, r)
            while not fn & 1 and fn: fn, sn = fn >> 1, sn >> 1
        else:
            r = sha(b"\1", r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def consistent(first, second, path, first_root, second_root):  # 2.1.4.2
    if first == second: return not path and first_root == second_root
    if not path: return False
    if first & (first - 1) == 0: path = [first_root] + path
    fn, sn = first - 1, second - 1
    while fn & 1: fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0: return False
        if fn & 1 or fn == sn:
            fr, sr = sha(b"\1", c, fr), sha(b"\1", c, sr)
            while not fn & 1 and fn: fn, sn = fn >> 1, sn >> 1
        else:
            sr = sha(b"\1", sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == first_root and sr == second_root and sn == 0


def need(holds, what):
    if not holds:
        print("not consistent:", what)
        sys.exit(1)


class Log:
    def __init__(self, url): self.base = url.rstrip("/") + "/api/v1/log/"

    def get(self, path):
        while True:
            try:
                with urllib.request.urlopen(self.base + path, timeout=30) as answer: return json.load(answer)
            except urllib.error.HTTPError as refused:
                if refused.code != 429: raise
                time.sleep(int(refused.headers["Retry-After"]))

    def path(self, path): return [bytes.fromhex(one) for one in self.get(path)["path"]]

    def run(self, path, count):
        hashes = []
        while len(hashes) < count:
            page = self.get("%s?first=%d&limit=1000" % (path, len(hashes) + 1))["hashes"]
            need(page, path + " ends early")
            hashes += [bytes.fromhex(one) for one in page]
        return hashes[:count]


def watch(url, seen):
    log = Log(url)
    shown = log.get("head")
    newest = json.loads(shown["head"])
    size, root = newest["batch"] - 1, bytes.fromhex(newest["logRoot"])
    leaves = log.run("heads", newest["batch"])
    need(leaves[-1] == sha(b"\0", shown["head"].encode()), "the newest head is not the newest leaf")
    need(mth(leaves[:size]) == root, "the root over %d heads" % size)
    entries = log.run("entries", newest["lastSequence"])
    before = None
    # of a long log the last ones: the leaves of all are in the root already
    for batch in range(max(1, newest["batch"] - 7), newest["batch"] + 1):
        text = log.get("head?batch=%d" % batch)["head"]
        head = json.loads(text)
        need(leaves[batch - 1] == sha(b"\0", text.encode()), "leaf of batch %d" % batch)
        need("logRoot" not in head or mth(leaves[:batch - 1]).hex() == head["logRoot"], "root that batch %d names" % batch)
        need(mth(entries[head["firstSequence"] - 1:head["lastSequence"]]).hex() == head["rootHash"], "entries of batch %d" % batch)
        need(before is None or head["previousHeadHash"] == sha(before.encode()).hex(), "chain of heads at %d" % batch)
        before = text
        if batch <= size:
            path = log.path("proof?batch=%d&size=%d" % (batch, size))
            need(included(leaves[batch - 1], batch - 1, size, path, root), "proof of batch %d" % batch)
            path = log.path("consistency?first=%d&second=%d" % (batch, size))
            need(consistent(batch, size, path, mth(leaves[:batch]), root), "consistency from %d" % batch)
            need(batch == 1 or not consistent(batch, size, path, sha(b"x"), root), "a wrong root was believed")
    if seen:
        old, its = seen.split(":")
        need(int(old) <= size and mth(leaves[:int(old)]).hex() == its, "another root of size %s was seen before" % old)
    print("consistent: %d heads over %d entries, root %s" % (size, len(entries), root.hex()))


if __name__ == "__main__":
    watch(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
