// People who work in Chromium without script: they open pages, fill real forms, press buttons, and read.
//
// A story is written once, for a person with the same acts here and in by_json.mjs.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

import { PASSWORD } from './council.mjs';
import { plain, says, saysNot, twin } from './words.mjs';

const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export async function inChromium() {
  const open = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGS });
  return { name: 'Chromium', as: (site, name, options) => signIn(open, site.base, name, options), close: () => open.close() };
}

// Signs somebody in, in a browser window of their own; `leave` forgets them.
async function signIn(open, base, name, options = {}) {
  const context = await open.newContext({ javaScriptEnabled: false, locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  const me = person(tab, base, name);
  await me.go('/desk');
  assert.equal(new URL(tab.url()).pathname, '/desk/sign-in', 'the desk asks who it is');
  await tab.fill('#name', name);
  await tab.fill('#password', PASSWORD);
  await tab.click('main button[type=submit]');
  assert.ok((await tab.locator('.redress-who').textContent()).includes('Signed in as'), `${name} is signed in`);
  return me;
}

function person(tab, base, name) {
  const me = {
    name,
    tab,

    // How many fields were filled in so far.
    typed: 0,

    // Opens an address; gives the status.
    async go(address) {
      const answer = await tab.goto(base + address, { waitUntil: 'load', timeout: 30_000 });
      return answer.status();
    },

    // A page that must be there: words on it, words that are not, and what its data must be. Gives its words.
    async sees(address, { words = [], not = [], data } = {}) {
      assert.equal(await me.go(address), 200, `${name} opens ${address}`);
      const text = plain(await tab.locator('main').innerText());
      says(text, ...words);
      saysNot(text, ...not);
      if (data) await data(await me.json(address));
      return text;
    },

    // The data of a page that must be there.
    async json(address) {
      const answer = await me.ask(twin(address));
      assert.equal(answer.status, 200, `${name} reads ${twin(address)}`);
      return JSON.parse(answer.text);
    },

    // Asks as this person without opening a page; redirects are not followed.
    async ask(address) {
      const answer = await tab.context().request.get(base + address, { maxRedirects: 0 });
      const bytes = await answer.body();
      return { status: answer.status(), headers: answer.headers(), bytes, text: bytes.toString('utf8') };
    },

    // Does a deed that must be done; gives the address that it leads to. `check` is what stands on the page that asks to check the
    // answers; where the deed asks for nothing of the kind, the story gives none.
    async does(address, fields = {}, { check } = {}) {
      await fillForm(me, address, fields);
      const title = plain(await tab.locator('h1').innerText());
      await press(tab);
      const checked = await checking(tab);
      if (check) {
        assert.ok(checked, `“${title}” asks to check the answers: ${await problems(tab)}`);
        says(plain(await tab.locator('main').innerText()), ...check);
      }
      if (checked) await confirm(tab);
      const done = tab.locator('.govuk-notification-banner--success');
      assert.equal(await done.count(), 1, `${name} does “${title}” at ${address}: ${await problems(tab)}`);
      assert.ok(plain(await done.innerText()).includes(title), `the page says that “${title}” is done`);
      return at(tab);
    },

    // Tries a deed that is not to be done; gives what is wrong in words. What was typed stands in the form again.
    async cannot(address, fields = {}) {
      await fillForm(me, address, fields);
      await press(tab);
      if (await checking(tab)) await confirm(tab);
      assert.equal(await tab.locator('.govuk-error-summary').count(), 1, `${address} is refused: ${await problems(tab)}`);
      for (const [field, value] of Object.entries(fields)) await stillTyped(tab, field, value);
      return problems(tab);
    },

    // Does a deed with something in it that its form does not ask for: a browser may send what it likes, and it is passed over.
    async slipsIn(address, fields, smuggled) {
      await fillForm(me, address, fields);
      await tab.locator('main form').last().evaluate((form, more) => {
        for (const [key, value] of Object.entries(more)) {
          const input = Object.assign(form.ownerDocument.createElement('input'), { type: 'hidden', name: key, value });
          form.append(input);
        }
      }, smuggled);
      await press(tab);
      if (await checking(tab)) await confirm(tab);
    },

    // Sends a file or a text that is too large; gives the status and the words of the answer.
    async sendsTooMuch(address, fields) {
      await fillForm(me, address, fields);
      const [answer] = await Promise.all([tab.waitForResponse((r) => r.request().method() === 'POST', { timeout: 60_000 }), press(tab)]);
      return { status: answer.status(), text: plain(await tab.locator('main').innerText()) };
    },

    // What a field of a form offers, as pairs of value and words.
    async offered(address, field) {
      assert.equal(await me.go(address), 200, `${name} opens ${address}`);
      const inputs = tab.locator(`main form [name="${field}"]`);
      return inputs.evaluateAll((all) => all.flatMap((e) => (e.tagName === 'SELECT'
        ? [...e.options].filter((o) => o.value).map((o) => [o.value, o.textContent.trim()])
        : e.value ? [[e.value, e.labels[0]?.textContent.trim() ?? '']] : [])));
    },

    async leave() {
      await tab.context().close();
    },
  };
  return me;
}

// Where the browser is, without what was done just before.
function at(tab) {
  const url = new URL(tab.url());
  url.searchParams.delete('done');
  return url.pathname + url.search;
}

// Fills a form by the names of its fields: words, a choice, a list of choices, or a file.
async function fillForm(me, address, fields) {
  assert.equal(await me.go(address), 200, `${me.name} opens ${address}`);
  for (const [field, value] of Object.entries(fields)) {
    await fillOne(me.tab, field, value);
    me.typed += 1;
  }
}

async function press(tab) {
  await tab.locator('main form button[type=submit].govuk-button').last().click();
  await tab.waitForLoadState('load');
}

async function checking(tab) {
  return (await tab.locator('main form button[name=checked][value=yes]').count()) === 1;
}

async function confirm(tab) {
  await tab.locator('main form button[name=checked][value=yes]').click();
  await tab.waitForLoadState('load');
}

async function fillOne(tab, field, value) {
  const form = tab.locator('main form').last();
  const inputs = form.locator(`[name="${field}"]`);
  assert.ok((await inputs.count()) > 0, `the form at ${tab.url()} asks for “${field}”`);
  const first = inputs.first();
  const kind = await kindOf(first);
  if (kind === 'radio') await form.locator(`[name="${field}"][value="${value}"]`).check();
  else if (kind === 'checkbox') {
    const wanted = [value].flat().map(String);
    for (let n = 0; n < (await inputs.count()); n += 1) {
      await inputs.nth(n).setChecked(wanted.includes(await inputs.nth(n).getAttribute('value')));
    }
  } else if (kind === 'select') await first.selectOption(String(value));
  else if (kind === 'file') await first.setInputFiles(value);
  else await first.fill(String(value));
}

async function stillTyped(tab, field, value) {
  const inputs = tab.locator('main form').last().locator(`[name="${field}"]`);
  const kind = await kindOf(inputs.first());
  // No browser lets a page put a file back into a form.
  if (kind === 'file') return;
  const held = kind === 'radio' || kind === 'checkbox'
    ? await inputs.evaluateAll((all) => all.filter((e) => e.checked).map((e) => e.value))
    : [await inputs.first().inputValue()];
  // A list of blanks is a list of nothing, and line ends are a browser's own affair.
  const same = (list) => [list].flat().map((v) => String(v).replace(/\r\n/g, '\n').trim()).filter(Boolean).sort();
  assert.deepEqual(same(held), same(value), `“${field}” keeps what was typed, at ${tab.url()}`);
}

function kindOf(input) {
  return input.evaluate((e) => (e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()));
}

async function problems(tab) {
  const found = tab.locator('.govuk-error-summary');
  return (await found.count()) ? plain(await found.innerText()) : `${plain(await tab.locator('h1').innerText())} (${tab.url()})`;
}
