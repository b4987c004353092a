/**
 * Signs in a web page with the official's USB token: the server prepares, the bridge on this machine has the token sign the
 * digest, the server completes. A plain ES module without dependencies; the protocols stand in docs/connect-usb-token.md.
 */

/** A refusal: `code` is stable, `message` is for people. */
export class UsbTokenFault extends Error {
  constructor(code, message, status) {
    super(message || code);
    this.name = 'UsbTokenFault';
    this.code = code;
    this.status = status;
  }
}

/** The bridge of `./lienthong usb-bridge` on this machine. */
export class UsbBridge {
  #address;
  #language;

  constructor({ address = 'http://127.0.0.1:15480', language = 'vi' } = {}) {
    const { protocol, hostname } = new URL(address);
    if (protocol !== 'http:' || hostname !== '127.0.0.1') {
      throw new UsbTokenFault('bridge-address', 'the bridge is on 127.0.0.1 alone');
    }
    this.#address = address;
    this.#language = language;
  }

  /** The official's certificates: `{ id, subject, notAfter, scheme, chain }` each. No PIN is asked for. */
  async certificates() {
    const { certificates } = await this.#ask('/v1/certificates', { method: 'GET' });
    return certificates;
  }

  /** The token's signature over the digest, in Base64. The bridge asks the official for the PIN. */
  async sign({ certificate, scheme, digest }) {
    const { signature } = await this.#ask('/v1/signatures', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ certificate, scheme, digest }),
    });
    return signature;
  }

  async #ask(path, request) {
    let answer;
    try {
      answer = await fetch(this.#address + path, { ...request, credentials: 'omit', cache: 'no-store' });
    } catch {
      // a bridge that is not there and one that refuses this page look the same to a page
      throw new UsbTokenFault('bridge-unreachable',
        this.#language === 'en'
          ? 'The bridge to the USB token does not run on this machine, or does not know this page.'
          : 'Cầu nối USB token chưa chạy trên máy này, hoặc không cho phép trang này.');
    }
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      const detail = this.#language === 'en' ? body.detailEn : body.detail;
      throw new UsbTokenFault(body.code ?? 'bridge-strange', detail, answer.status);
    }
    return body;
  }
}

/**
 * The signed document as a Blob.
 *
 * @param {object} asked
 * @param {string} asked.api           address of the REST API, such as `/api/v1`
 * @param {string} asked.authorization value of the Authorization field
 * @param {UsbBridge} asked.bridge
 * @param {object} asked.certificate   one of `bridge.certificates()`
 * @param {File[]} asked.documents     kept by the caller until this is done: they are sent twice
 * @param {Blob} [asked.image]         PNG of the handwritten signature
 * @param {object} [asked.signature]   how to sign, as SignatureParameters of the API
 * @param {string} [asked.language]    `vi` or `en`
 */
export async function signWithToken({
  api, authorization, bridge, certificate, documents, image, signature = {}, language = 'vi',
}) {
  const step = async (name, parameters) => {
    const form = new FormData();
    form.append('parameters', new Blob([JSON.stringify(parameters)], { type: 'application/json' }));
    documents.forEach((document) => form.append('document', document, document.name));
    if (image) {
      form.append('image', image, 'image.png');
    }
    const answer = await fetch(`${api}/signatures/${name}`, {
      method: 'POST',
      headers: { Authorization: authorization, 'Accept-Language': language },
      body: form,
    });
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      throw new UsbTokenFault(problem.code ?? 'server-strange', problem.detail, answer.status);
    }
    return answer;
  };
  const prepared = await (await step('prepare', {
    certificates: certificate.chain, scheme: certificate.scheme, signature,
  })).json();
  const value = await bridge.sign({
    certificate: certificate.id, scheme: prepared.scheme, digest: prepared.digest,
  });
  return (await step('complete', { continuation: prepared.continuation, signature: value })).blob();
}
