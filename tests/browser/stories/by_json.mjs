// People's programs: the same acts as in in_chromium.mjs, by the JSON of each form and each page. They sign in at the same door.
//
// A program is asked to check nothing and reads no words, so of a page it holds the data to what the story says.

import assert from 'node:assert/strict';

import { PASSWORD } from './council.mjs';
import { anybody, publicWords, saysNot, twin } from './words.mjs';

export async function byJson() {
  return { name: 'JSON', as: (site, name) => signIn(site.base, name), anybody: (site) => nobody(site.base), close: async () => {} };
}

// Who is not signed in: fetches pages and takes their words.
async function nobody(base) {
  return {
    words: (address) => publicWords(base, address),
    async json(address) {
      const answer = await anybody(base, address);
      assert.equal(answer.status, 200, `anybody reads ${address}`);
      return JSON.parse(answer.text);
    },
    async leave() {},
  };
}

async function signIn(base, name) {
  const cookies = new Map();
  const send = async (address, options = {}) => {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer = await fetch(base + address, { redirect: 'manual', ...options, headers: { cookie, ...options.headers } });
    for (const set of answer.headers.getSetCookie()) {
      const [, key, value] = set.match(/^([^=]+)=([^;]*)/);
      cookies.set(key, value);
    }
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: Object.fromEntries(answer.headers), bytes, text: bytes.toString('utf8') };
  };
  const door = await send('/desk/sign-in');
  const token = door.text.match(/name="form_token" value="([^"]+)"/)[1];
  const entered = await send('/desk/sign-in', { method: 'POST', body: new URLSearchParams({ form_token: token, next: '/desk', name, password: PASSWORD }) });
  assert.deepEqual([entered.status, entered.headers.location], [303, '/desk'], `${name} is signed in`);
  return person(send, name);
}

function person(send, name) {
  const me = {
    name,
    typed: 0,

    async go(address) {
      return (await me.ask(twin(address))).status;
    },

    async sees(address, { not = [], data } = {}) {
      const answer = await me.ask(twin(address));
      assert.equal(answer.status, 200, `${name} reads ${twin(address)}: ${answer.text.slice(0, 500)}`);
      saysNot(answer.text, ...not);
      if (data) await data(JSON.parse(answer.text));
    },

    async json(address) {
      const answer = await me.ask(twin(address));
      assert.equal(answer.status, 200, `${name} reads ${twin(address)}: ${answer.text.slice(0, 500)}`);
      return JSON.parse(answer.text);
    },

    ask(address) {
      return send(address);
    },

    async does(address, fields = {}) {
      const { status, told } = await post(me, send, address, fields);
      assert.deepEqual([status, told.done], [200, true], `${name} does ${address}: ${JSON.stringify(told)}`);
      return told.at;
    },

    takes: (at, kind, fields) => me.does(`${at}/${kind}`, fields),

    async cannot(address, fields = {}) {
      const { status, told } = await post(me, send, address, fields);
      assert.equal(status, 422, `${address} is refused: ${JSON.stringify(told)}`);
      assert.equal(told.error.message, told.problems[0].message);
      return told.problems.map((problem) => problem.message).join(' ');
    },

    // A program that sends what no form asks for is told so, and nothing is done.
    async slipsIn(address, fields, smuggled) {
      const { status, told } = await post(me, send, address, { ...fields, ...smuggled });
      assert.equal(status, 422, `${address} is refused: ${JSON.stringify(told)}`);
      const messages = told.problems.map((problem) => problem.message);
      for (const field of Object.keys(smuggled)) assert.ok(messages.includes(`There is no field “${field}”`), `${field}: ${messages}`);
    },

    async sendsTooMuch(address, fields) {
      const { status, told } = await post(me, send, address, fields);
      return { status, text: told.error?.message ?? '' };
    },

    async offered(address, field) {
      const form = await me.json(address);
      const asked = form.fields.find((one) => one.name === field);
      return form.offered[field] ?? (asked.values ?? []).map((value) => [value, value]);
    },

    async leave() {},
  };
  return me;
}

// Sends a form: what it gives at first, over that what is filled in. A file makes it a form of parts, as a browser sends it.
async function post(me, send, address, fields) {
  const form = await me.json(address);
  const filled = { ...form.given, ...fields };
  me.typed += Object.keys(fields).length;
  const headers = { 'x-form-token': form.form_token };
  const isFile = (value) => value?.buffer instanceof Buffer;
  let body;
  if (form.fields.some((field) => field.form === 'file')) {
    body = new FormData();
    for (const [field, value] of Object.entries(filled)) {
      if (isFile(value)) body.append(field, new Blob([value.buffer], { type: value.mimeType }), value.name);
      else for (const one of [value].flat()) body.append(field, String(one));
    }
  } else {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(filled);
  }
  const answer = await send(twin(address), { method: 'POST', headers, body });
  return { status: answer.status, told: JSON.parse(answer.text) };
}
