#!/usr/bin/python3
"""Talks to the SOAP service of Liên Thông as an agency's system, with Debian's python3-zeep and python3-xmlsec.

usage: soap_client.py --wsdl URL --key KEY.pem [--password-file FILE] --cert CERT.pem --ca CA.pem COMMAND [ARGUMENT...]

  organizations            the directory
  pending                  what waits for this system, one line each: DocId SHA-256 length
  get DOCID FILE           fetches a document, compares its SHA-256 and length, writes it
  confirm DOCID            takes it off the list
  trace DOCID CODE [TEXT]  reports a business status, such as 01 or 03
  traces DOCID             the history of the business statuses, one line each: code reporter description
  send FILE                hands in an .edxml of up to 20 MB
  receive FILE [SHA256]    all of it for the first waiting document (of that digest): pending, get, confirm, 01, 03, traces

Every request is signed (WS-Security X.509, SHA-256) over Body and Timestamp. Every answer, faults too, must be signed
over them by a key whose certificate the CA issued; anything else ends the program with status 2. A fault of the service
ends it with status 1 and prints its code.
"""
import argparse
import base64
import datetime
import hashlib
import sys
import uuid

import xmlsec
import zeep
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from zeep.transports import Transport
from zeep.wsdl.utils import get_or_create_header

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
DS = "http://www.w3.org/2000/09/xmldsig#"
X509V3 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3"
BASE64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
SHA256_METHODS = {
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
}


class NotBelieved(Exception):
    """The answer is not signed as it has to be."""


class X509Security:
    """Signs what zeep sends and checks what it receives."""

    def __init__(self, key_file, password, cert_file, ca_file):
        self.key = xmlsec.Key.from_file(key_file, xmlsec.KeyFormat.PEM, password)
        with open(cert_file, "rb") as file:
            self.certificate = x509.load_pem_x509_certificate(file.read())
        with open(ca_file, "rb") as file:
            self.authority = x509.load_pem_x509_certificate(file.read())

    def apply(self, envelope, headers):
        header = get_or_create_header(envelope)
        security = etree.SubElement(header, f"{{{WSSE}}}Security", nsmap={"wsse": WSSE, "wsu": WSU})
        security.set(f"{{{SOAP}}}mustUnderstand", "1")
        token_id = "X509-" + uuid.uuid4().hex
        token = etree.SubElement(security, f"{{{WSSE}}}BinarySecurityToken", ValueType=X509V3, EncodingType=BASE64)
        token.set(f"{{{WSU}}}Id", token_id)
        der = self.certificate.public_bytes(Encoding.DER)
        token.text = base64.b64encode(der).decode()
        timestamp = self._timestamp(security)
        body = envelope.find(f"{{{SOAP}}}Body")
        body.set(f"{{{WSU}}}Id", "Body-" + uuid.uuid4().hex)

        elliptic = isinstance(self.certificate.public_key(), ec.EllipticCurvePublicKey)
        method = xmlsec.Transform.ECDSA_SHA256 if elliptic else xmlsec.Transform.RSA_SHA256
        signature = xmlsec.template.create(envelope, xmlsec.Transform.EXCL_C14N, method, ns="ds")
        security.append(signature)
        context = xmlsec.SignatureContext()
        context.key = self.key
        for element in (body, timestamp):
            identifier = element.get(f"{{{WSU}}}Id")
            context.register_id(element, "Id", WSU)
            reference = xmlsec.template.add_reference(signature, xmlsec.Transform.SHA256, uri="#" + identifier)
            xmlsec.template.add_transform(reference, xmlsec.Transform.EXCL_C14N)
        information = xmlsec.template.ensure_key_info(signature)
        pointer = etree.SubElement(information, f"{{{WSSE}}}SecurityTokenReference")
        etree.SubElement(pointer, f"{{{WSSE}}}Reference", URI="#" + token_id, ValueType=X509V3)
        context.sign(signature)
        return envelope, headers

    @staticmethod
    def _timestamp(security):
        now = datetime.datetime.now(datetime.timezone.utc)
        timestamp = etree.SubElement(security, f"{{{WSU}}}Timestamp")
        timestamp.set(f"{{{WSU}}}Id", "TS-" + uuid.uuid4().hex)
        for name, moment in (("Created", now), ("Expires", now + datetime.timedelta(minutes=5))):
            text = moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
            etree.SubElement(timestamp, f"{{{WSU}}}{name}").text = text
        return timestamp

    def verify(self, envelope):
        securities = envelope.findall(f"{{{SOAP}}}Header/{{{WSSE}}}Security")
        if len(securities) != 1:
            raise NotBelieved("the answer has no Security header, or more than one")
        security = securities[0]
        token, timestamp, signature = (self._only(security, name) for name in (
            f"{{{WSSE}}}BinarySecurityToken", f"{{{WSU}}}Timestamp", f"{{{DS}}}Signature"))
        body = self._only(envelope, f"{{{SOAP}}}Body")
        if signature.find(f"{{{DS}}}SignedInfo/{{{DS}}}SignatureMethod").get("Algorithm") not in SHA256_METHODS:
            raise NotBelieved("the answer is not signed with SHA-256")
        digests = {method.get("Algorithm") for method in signature.iter(f"{{{DS}}}DigestMethod")}
        if digests != {"http://www.w3.org/2001/04/xmlenc#sha256"}:
            raise NotBelieved("the answer's digests are not SHA-256")
        signed = [reference.get("URI") for reference in signature.findall(f"{{{DS}}}SignedInfo/{{{DS}}}Reference")]
        for element in (body, timestamp):
            if "#" + element.get(f"{{{WSU}}}Id", "") not in signed:
                raise NotBelieved("the answer's signature does not cover " + etree.QName(element).localname)
        certificate = self._trusted(base64.b64decode(token.text))
        context = xmlsec.SignatureContext()
        context.key = xmlsec.Key.from_memory(
            certificate.public_bytes(Encoding.DER), xmlsec.KeyFormat.CERT_DER)
        for element in (body, timestamp):
            context.register_id(element, "Id", WSU)
        try:
            context.verify(signature)
        except xmlsec.Error as error:
            raise NotBelieved("the answer's signature does not hold") from error
        expires = datetime.datetime.fromisoformat(timestamp.find(f"{{{WSU}}}Expires").text.replace("Z", "+00:00"))
        if expires < datetime.datetime.now(datetime.timezone.utc):
            raise NotBelieved("the answer has expired")
        return envelope

    @staticmethod
    def _only(parent, name):
        found = parent.findall(name)
        if len(found) != 1:
            raise NotBelieved("the answer has not exactly one " + etree.QName(name).localname)
        return found[0]

    def _trusted(self, der):
        certificate = x509.load_der_x509_certificate(der)
        if certificate.issuer != self.authority.subject:
            raise NotBelieved("the answer is signed under another authority")
        key = self.authority.public_key()
        data, value = certificate.tbs_certificate_bytes, certificate.signature
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(value, data, ec.ECDSA(certificate.signature_hash_algorithm))
        else:
            key.verify(value, data, padding.PKCS1v15(), certificate.signature_hash_algorithm)
        return certificate


class Exchange:
    """The operations that a document-management system needs."""

    def __init__(self, wsdl, security):
        self.service = zeep.Client(wsdl, wsse=security, transport=Transport(timeout=60, operation_timeout=120)).service

    def organizations(self):
        for organ in self.service.GetOrganizations() or []:
            print(organ.OrganId, organ.Name)

    def pending_rows(self):
        return self.service.GetPendingDocumentIds().Pending or []

    def pending(self):
        for row in self.pending_rows():
            print(row.DocId, row.Sha256, row.Length)

    def get(self, doc_id, file_name):
        document = self.service.GetDocument(DocId=doc_id)
        found = hashlib.sha256(document.Content).hexdigest()
        if found != document.Sha256 or len(document.Content) != document.Length:
            raise NotBelieved("the document is not what the signed answer says")
        with open(file_name, "wb") as file:
            file.write(document.Content)
        print("got", doc_id, found, len(document.Content))

    def confirm(self, doc_id):
        print("confirmed", doc_id, self.service.ConfirmReceived(DocId=doc_id))

    def trace(self, doc_id, code, text=None):
        repeated = self.service.UpdateTraces(DocId=doc_id, StatusCode=code, Description=text)
        print("reported", doc_id, code, "again" if repeated else "new")

    def traces(self, doc_id):
        for trace in self.service.GetTraces(DocId=doc_id) or []:
            print(trace.StatusCode, trace.Reporter, trace.Description or "")

    def send(self, file_name):
        with open(file_name, "rb") as file:
            content = file.read()
        answer = self.service.SendDocument(
            Sha256=hashlib.sha256(content).hexdigest(), Length=len(content), Content=content)
        print("sent", answer.DocId, "again" if answer.Repeated else "new")

    def receive(self, file_name, sha256=None):
        rows = [row for row in self.pending_rows() if sha256 in (None, row.Sha256)]
        if not rows:
            raise SystemExit("nothing waits")
        doc_id = rows[0].DocId
        self.get(doc_id, file_name)
        self.confirm(doc_id)
        self.trace(doc_id, "01")
        self.trace(doc_id, "03")
        self.traces(doc_id)
        if doc_id in [row.DocId for row in self.pending_rows()]:
            raise SystemExit("the confirmed document still waits")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wsdl", "key", "cert", "ca"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--password-file")
    parser.add_argument("command", choices=[
        "organizations", "pending", "get", "confirm", "trace", "traces", "send", "receive"])
    parser.add_argument("arguments", nargs="*")
    given = parser.parse_args()
    password = None
    if given.password_file:
        with open(given.password_file, encoding="utf-8") as file:
            password = file.read().strip()
    try:
        exchange = Exchange(given.wsdl, X509Security(given.key, password, given.cert, given.ca))
        getattr(exchange, given.command)(*given.arguments)
    except zeep.exceptions.Fault as fault:
        code = fault.detail.find(".//{urn:lienthong:exchange:1}Code") if fault.detail is not None else None
        print("fault", code.text if code is not None else "?", fault.message, file=sys.stderr)
        sys.exit(1)
    except NotBelieved as reason:
        print("not believed:", reason, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
