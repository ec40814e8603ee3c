// What people do at the desk, in a browser without script: sign in, go somewhere, fill a form, read.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

import { PASSWORD } from './council.mjs';

const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export function browser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGS });
}

// Signs somebody in, in a browser window of their own; the window's `close` forgets them.
export async function signIn(open, base, name, options = {}) {
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
    context: tab.context(),

    // Opens an address; gives the status.
    async go(address) {
      const answer = await tab.goto(base + address, { waitUntil: 'load', timeout: 30_000 });
      return answer.status();
    },

    // The words of the page's main part.
    async read() {
      return plain(await tab.locator('main').innerText());
    },

    // The words of a page that must be there.
    async page(address) {
      const status = await me.go(address);
      assert.equal(status, 200, `${name} opens ${address}`);
      return me.read();
    },

    // The data of a page that must be there.
    async json(address) {
      const answer = await me.ask(`${address}.json`);
      assert.equal(answer.status(), 200, `${name} reads ${address}.json`);
      return answer.json();
    },

    // Asks as this person without opening a page; redirects are not followed.
    ask(address) {
      return tab.context().request.get(base + address, { maxRedirects: 0 });
    },

    // Where the browser is, without what was done just before.
    at() {
      const url = new URL(tab.url());
      url.searchParams.delete('done');
      return url.pathname + url.search;
    },

    // Follows a link by its words.
    async follow(words) {
      await tab.getByRole('link', { name: words, exact: true }).first().click();
    },

    // Fills the form of a deed by the names of its fields: words, a choice, a list of choices, or a file.
    async fill(fields) {
      for (const [field, value] of Object.entries(fields)) await fillOne(tab, field, value);
    },

    async press() {
      await tab.locator('main form button[type=submit].govuk-button').last().click();
      await tab.waitForLoadState('load');
    },

    // Does a deed that must be done; gives the address that it leads to.
    async does(address, fields = {}) {
      assert.equal(await me.go(address), 200, `${name} opens ${address}`);
      const title = plain(await tab.locator('h1').innerText());
      await me.fill(fields);
      await me.press();
      const done = tab.locator('.govuk-notification-banner--success');
      assert.equal(await done.count(), 1, `${name} does “${title}” at ${address}: ${await problems(tab)}`);
      assert.ok(plain(await done.innerText()).includes(title), `the page says that “${title}” is done`);
      return me.at();
    },

    // Tries a deed that is not to be done; gives what is wrong in words.
    async cannot(address, fields = {}) {
      assert.equal(await me.go(address), 200, `${name} opens ${address}`);
      await me.fill(fields);
      await me.press();
      assert.equal(await tab.locator('.govuk-error-summary').count(), 1, `${address} is refused`);
      return problems(tab);
    },

    async signOut() {
      await tab.getByRole('button', { name: 'Sign out' }).click();
      await tab.context().close();
    },
  };
  return me;
}

async function fillOne(tab, field, value) {
  const form = tab.locator('main form').last();
  const inputs = form.locator(`[name="${field}"]`);
  assert.ok((await inputs.count()) > 0, `the form at ${tab.url()} asks for “${field}”`);
  const first = inputs.first();
  const kind = await first.evaluate((e) => (e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()));
  if (kind === 'radio') await form.locator(`[name="${field}"][value="${value}"]`).check();
  else if (kind === 'checkbox') {
    for (let at = 0; at < (await inputs.count()); at += 1) {
      await inputs.nth(at).setChecked([value].flat().includes(await inputs.nth(at).getAttribute('value')));
    }
  } else if (kind === 'select') await first.selectOption(value);
  else if (kind === 'file') await first.setInputFiles(value);
  else await first.fill(value);
}

async function problems(tab) {
  const found = tab.locator('.govuk-error-summary');
  return (await found.count()) ? plain(await found.innerText()) : `${plain(await tab.locator('h1').innerText())} (${tab.url()})`;
}

export function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}

// What somebody who is not signed in gets: status, headers, words.
export async function anybody(base, address, headers = {}) {
  const answer = await fetch(base + address, { redirect: 'manual', headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

// The words of a page as anybody reads it, without tags.
export async function publicWords(base, address) {
  const { status, text } = await anybody(base, address);
  assert.equal(status, 200, `anybody opens ${address}`);
  return words(text);
}

export function words(html) {
  const bare = html.replace(/<(?:style|script)[^>]*>.*?<\/(?:style|script)>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return plain(bare.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

export function says(text, ...wanted) {
  for (const one of wanted) assert.ok(text.includes(one), `“${one}” is said in: ${text}`);
}

export function saysNot(text, ...unwanted) {
  for (const one of unwanted) assert.ok(!text.toLowerCase().includes(one.toLowerCase()), `“${one}” is not said in: ${text.slice(0, 3000)}`);
}
