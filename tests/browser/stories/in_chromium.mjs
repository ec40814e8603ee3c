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

// `usual` are options of every window: with `javaScriptEnabled`, people work with script.
export async function inChromium(usual = {}) {
  const open = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGS });
  return {
    name: usual.javaScriptEnabled ? 'Chromium with script' : 'Chromium', as: (site, name, options) => signIn(open, site.base, name, { ...usual, ...options }), anybody: (site) => nobody(open, site.base),
    close: () => open.close(),
  };
}

async function blank(open, options = {}) {
  const context = await open.newContext({ javaScriptEnabled: false, locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
  return context.newPage();
}

// Who is not signed in: opens pages, and unfolds what is folded away.
async function nobody(open, base) {
  const tab = await blank(open);
  return {
    async words(address) {
      const answer = await tab.goto(base + address, { waitUntil: 'load', timeout: 30_000 });
      assert.equal(answer.status(), 200, `anybody opens ${address}`);
      await tab.locator('main details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      return plain(await tab.locator('main').innerText());
    },
    async json(address) {
      const answer = await tab.context().request.get(base + address);
      assert.equal(answer.status(), 200, `anybody reads ${address}`);
      return answer.json();
    },
    leave: () => tab.context().close(),
  };
}

// Signs somebody in, in a browser window of their own; `leave` forgets them.
async function signIn(open, base, name, options = {}) {
  const tab = await blank(open, options);
  const me = person(tab, base, name, options.javaScriptEnabled);
  await me.go('/desk');
  assert.equal(new URL(tab.url()).pathname, '/desk/sign-in', 'the desk asks who it is');
  await tab.fill('#name', name);
  await tab.fill('#password', PASSWORD);
  await tab.click('main button[type=submit]');
  assert.ok((await tab.locator('.redress-who').textContent()).includes('Signed in as'), `${name} is signed in`);
  return me;
}

function person(tab, base, name, script) {
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

    // Takes something down at a meeting. With script the form in the workspace sends it, and the page comes anew when it is taken.
    async takes(at, kind, fields = {}) {
      if (!script) return me.does(`${at}/${kind}`, fields);
      assert.equal(await me.go(at), 200, `${name} opens ${at}`);
      const place = tab.locator('#workspace');
      const before = Number(await place.getAttribute('data-count'));
      const form = tab.locator(`form[data-kind="${kind}"]`);
      await tab.locator('details', { has: form }).locator('summary').first().click();
      await fillIn(me, form, at, fields);
      await form.locator('button[type=submit]').click();
      await tab.waitForFunction((n) => Number(document.getElementById('workspace')?.dataset.count) > n, before, { timeout: 15_000 })
        .catch(async () => assert.fail(`${kind} is taken down: ${plain(await place.innerText())} ${await problems(tab)}`));
      return at;
    },

    // Tries a deed that is not to be done; gives what is wrong in words. What was typed stands in the form again. Where there is
    // nothing to do it to, the page says why and has no form.
    async cannot(address, fields = {}) {
      assert.equal(await me.go(address), 200, `${name} opens ${address}`);
      if (!(await tab.locator('main form').count())) return plain(await tab.locator('main').innerText());
      await fillForm(me, address, fields);
      await press(tab);
      if (await checking(tab)) await confirm(tab);
      assert.equal(await tab.locator('.govuk-error-summary').count(), 1, `${address} is refused: ${await problems(tab)}`);
      await stillTyped(tab, fields);
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
  await fillIn(me, me.tab.locator('main form').last(), address, fields);
}

async function fillIn(me, form, address, fields) {
  const held = await form.evaluate(heldBy, Object.keys(fields));
  for (const [field, value] of Object.entries(fields)) {
    assert.ok(held[field], `the form at ${address} asks for “${field}”`);
    await fillOne(form, field, held[field], value);
    me.typed += 1;
  }
}

// Runs in the page: what kind each field is, and what it holds.
function heldBy(form, names) {
  const held = {};
  for (const name of names) {
    const inputs = [...form.querySelectorAll(`[name="${name}"]`)];
    if (!inputs.length) continue;
    const kind = inputs[0].tagName === 'INPUT' ? inputs[0].type : inputs[0].tagName.toLowerCase();
    const chosen = kind === 'radio' || kind === 'checkbox';
    held[name] = { kind, values: chosen ? inputs.filter((e) => e.checked).map((e) => e.value) : [inputs[0].value] };
  }
  return held;
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

// From so many characters on, a text is put in as a paste is, at once.
const PASTE = 5_000;

async function fillOne(form, field, { kind, values }, value) {
  const inputs = form.locator(`[name="${field}"]`);
  const one = (its) => form.locator(`[name="${field}"][value="${its}"]`);
  if (kind === 'radio') await one(value).check();
  else if (kind === 'checkbox') {
    const wanted = [value].flat().map(String);
    for (const its of values.filter((held) => !wanted.includes(held))) await one(its).uncheck();
    for (const its of wanted.filter((its) => !values.includes(its))) await one(its).check();
  } else if (kind === 'select') await inputs.first().selectOption(String(value));
  else if (kind === 'file') await inputs.first().setInputFiles(value.path ?? value);
  else if (String(value).length > PASTE) await inputs.first().evaluate((e, text) => { e.value = text; }, String(value));
  else await inputs.first().fill(String(value));
}

// What was typed stands in the form again, but for files: no browser lets a page put one back.
async function stillTyped(tab, fields) {
  const held = await tab.locator('main form').last().evaluate(heldBy, Object.keys(fields));
  // A list of blanks is a list of nothing, and line ends are a browser's own affair.
  const same = (list) => [list].flat().map((v) => String(v).replace(/\r\n/g, '\n').trim()).filter(Boolean).sort();
  for (const [field, value] of Object.entries(fields)) {
    if (held[field]?.kind === 'file') continue;
    assert.deepEqual(same(held[field]?.values ?? []), same(value), `“${field}” keeps what was typed, at ${tab.url()}`);
  }
}

async function problems(tab) {
  const found = tab.locator('.govuk-error-summary');
  return (await found.count()) ? plain(await found.innerText()) : `${plain(await tab.locator('h1').innerText())} (${tab.url()})`;
}
