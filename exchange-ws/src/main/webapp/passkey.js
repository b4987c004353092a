// What the pages of remote signing need of a browser's authenticators; everything else works without scripts.
// Source: W3C Web Authentication Level 2, sections 5.1.3 and 5.1.4.
'use strict';

const place = document.getElementById('passkey');

const octets = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));

const base64url = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const put = (form, name, value) => { form.elements.namedItem(name).value = value; };

async function sign(form) {
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: octets(place.dataset.challenge),
      rpId: place.dataset.rp,
      userVerification: 'required',
      timeout: 300000,
      allowCredentials: place.dataset.ids.split(' ').map((id) => ({ type: 'public-key', id: octets(id) })),
    },
  });
  put(form, 'passkey_id', credential.id);
  put(form, 'passkey_client_data', base64url(credential.response.clientDataJSON));
  put(form, 'passkey_authenticator_data', base64url(credential.response.authenticatorData));
  put(form, 'passkey_signature', base64url(credential.response.signature));
  form.elements.namedItem('otp').required = false;
}

async function enrol(form) {
  const credential = await navigator.credentials.create({
    publicKey: {
      challenge: octets(place.dataset.challenge),
      rp: { id: place.dataset.rp, name: place.dataset.name },
      user: { id: octets(place.dataset.user), name: place.dataset.account, displayName: place.dataset.account },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
      excludeCredentials: place.dataset.ids.split(' ').filter((id) => id).map((id) => ({ type: 'public-key', id: octets(id) })),
      attestation: 'none',
      timeout: 300000,
    },
  });
  put(form, 'passkey_client_data', base64url(credential.response.clientDataJSON));
  put(form, 'passkey_attestation', base64url(credential.response.attestationObject));
}

if (place && window.PublicKeyCredential) {
  const form = place.closest('form');
  const button = document.getElementById('passkey-button');
  const problem = document.getElementById('passkey-problem');
  button.hidden = false;
  button.addEventListener('click', async () => {
    const needed = place.dataset.purpose === 'sign' ? ['pin'] : ['label', 'pin', 'otp'];
    if (!needed.every((name) => form.elements.namedItem(name).reportValidity())) return;
    problem.hidden = true;
    button.disabled = true;
    try {
      await (place.dataset.purpose === 'sign' ? sign(form) : enrol(form));
      form.requestSubmit(form.querySelector(`button[value="${place.dataset.submit}"]`));
    } catch (e) {
      problem.hidden = false;
      problem.focus();
    } finally {
      button.disabled = false;
    }
  });
}
