// Looks at every page and form of the desk, as somebody who may open it, on the data that SC-01 leaves; then at what the
// demonstration's own desk has besides: forward plan, decisions, call-in, minutes, actions, questions, the members' room.
//
//   node desk.mjs [--screenshots DIR]        REDRESS_PROGRAM names the program
//
// Each at 1280 and at 320 px (which is 400 % of 1280), with script on and off: axe-core, no sideways scrolling outside a table,
// one h1, every control reached by the keyboard and marked where it has the focus, private answers that are kept nowhere. Each
// form is sent empty: an error summary that leads to the fields, and what was typed is kept. One line a failure.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { council } from './stories/council.mjs';
import { inChromium } from './stories/in_chromium.mjs';
import { sc01 } from './stories/sc01.mjs';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const { values: options } = parseArgs({ options: { screenshots: { type: 'string' } } });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = [[1280, true], [320, true], [1280, false], [320, false]];
const HEADERS = {
  'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin',
};

const SHOWN_ON = '2026-11-23';
// Where each person's walk through the demonstration's desk begins; one page or form of each kind is looked at.
const WHO_WALKS = {
  clerk: ['forward-plan', 'decisions', 'actions', 'recurrences', 'issues', 'scrutiny-recommendations', 'meetings', 'bodies', 'questions', 'reports', 'report-kinds', 'posts'].map((list) => `/desk/${list}`),
  member: ['', '/papers', '/meetings', '/questions', '/ask', '/offline'].map((page) => `/members${page}`),
  director: ['/desk/actions', '/desk/questions', '/desk/scrutiny-recommendations'],
};
// How many links lie between a list and what is looked at.
const FAR = 3;

// An address without its numbers: one page or form of each kind is looked at.
const sortOf = (address) => address.split('?')[0].replace(/\d+/g, 'N');

const opened = new Set();
let failures = 0;
const fail = (where, what) => {
  failures += 1;
  console.log(`FAIL ${where}: ${what}`);
};

if (options.screenshots) mkdirSync(options.screenshots, { recursive: true });
const people = await inChromium();
const site = await council();
const shown = await council(undefined, { filled: true });
let looked = 0;
try {
  const told = await sc01(people, site);
  await toldOfLifting(told);
  for (const [name, addresses] of Object.entries(whoOpensWhat(told))) await asPerson(site, name, addresses);
  await shown.on(SHOWN_ON);
  for (const [name, from] of Object.entries(WHO_WALKS)) await asPerson(shown, name, await walked(name, from));
} finally {
  await site.close();
  await shown.close();
  await people.close();
}
console.log(`desk: ${looked} pages and forms in ${VIEWS.length} views each, ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);

// A report to confirm, a finding to let pass, a release to review: so that every form is there.
async function toldOfLifting(told) {
  const link = await people.as(site, 'link');
  await link.does(`${told.paper}/published-by-ombudsman`, { address: 'https://www.ombudsman.example/19-015-597', published_at: '2021-03-11 00:01' });
  await link.does(`${told.paper}/leak`, { where_seen: 'A newspaper', note: 'It quotes the summary.' });
  await link.leave();
}

function whoOpensWhat(told) {
  const { case: file, paper: report, meeting, item, p1, p2, p3 } = told;
  const remedy = '/desk/recommendations/2';
  return {
    link: [
      '/desk', '/desk?whose=all', '/desk/calendar', '/desk/cases', '/desk/reviews', '/desk/reviews/commission', report, '/desk/cases/register', `${report}/recommend`, `${report}/criticised`, ...['', '/recommendations', '/evidence', '/meetings', '/papers', '/circulation', '/timeline', '/log-letter', '/link', '/complete', '/bundle'].map((part) => file + part),
      remedy, ...['respond', 'claim', 'update', 'hand-over', 'require', 'file-evidence', 'ask-extension', 'supervise', 'agree-money', 'pay'].map((deed) => `${remedy}/${deed}`),
      `${report}/readers`, `${report}/published-by-ombudsman`, `${report}/leak`, p1, `${p1}/add-version`,
    ],
    clerk: [
      '/desk/meetings', meeting, item, p3, '/desk/meetings/plan', '/desk/bodies/add', `${meeting}/add-item`, `${meeting}/publish`, `${item}/notice`,
      ...['', '/attend', '/interest', '/exclude', '/move', '/vote', '/resolve', '/write'].map((part) => `${meeting}/workspace${part}`),
      `${item}/agreement`, `${item}/add-paper`, `${item}/cases`, `${item}/answers`, `${item}/decision`, `${item}/minute`, `${item}/follow`, `${p3}/serve`, '/desk/withdraw',
    ],
    monitoring: [
      report, item, p2, `${file}/close`, `${item}/private`, `${p2}/restrict`, `${p2}/review`, `${p2}/release`, `${report}/confirm-published`, '/desk/ledger', '/desk/access-log', '/desk/monitoring-reports', '/desk/monitoring-reports/begin',
      `${p2}/versions/1/override`,
    ],
    member: ['/members', p2],
    admin: ['/desk', '/desk/account'],
  };
}

// The pages and forms that this person comes to, one of each kind that nobody opened before.
async function walked(name, from) {
  const person = await people.as(shown, name);
  const found = [];
  let edge = from;
  for (let far = 0; far < FAR && edge.length; far += 1) {
    const next = [];
    for (const address of edge) {
      const kind = sortOf(address);
      if (opened.has(kind) || /\.(csv|json|ics)$|\/(file|text|worker\.js|app\.webmanifest)$|sign-out/.test(kind)) continue;
      opened.add(kind);
      const { status, headers, text } = await person.ask(address);
      if (status === 403) {
        // Somebody else may.
        opened.delete(kind);
        continue;
      }
      if (status !== 200) fail(`${address} as ${name}`, `status ${status}`);
      if (!headers['content-type']?.startsWith('text/html')) continue;
      found.push(address);
      const links = [...text.matchAll(/href="([^"#]+)/g)].map((m) => m[1].replaceAll('&amp;', '&'));
      next.push(...links.filter((link) => /^\/(desk|members)\b/.test(link)));
    }
    edge = next;
  }
  await person.leave();
  return found;
}

async function asPerson(at, name, addresses) {
  const views = [];
  for (const [width, script] of VIEWS) {
    const person = await people.as(at, name, { viewport: { width, height: width === 320 ? 640 : 900 }, javaScriptEnabled: script, reducedMotion: 'reduce' });
    views.push({ at, person, width, script, view: `${width} px, script ${script ? 'on' : 'off'}` });
  }
  for (const address of addresses) {
    looked += 1;
    opened.add(sortOf(address));
    // Each view has a browser context of its own, and a focus of its own.
    await Promise.all(views.map((one) => look(one, name, address)));
    await sentEmpty(views[2], name, address);
  }
  for (const { person } of views) await person.leave();
}

async function look({ at, person, width, script, view }, name, address) {
  const where = `${address} as ${name} [${view}]`;
  const { tab } = person;
  const answer = await tab.goto(at.base + address, { waitUntil: 'load' });
  if (answer.status() !== 200) return fail(where, `status ${answer.status()}`);
  const headers = answer.headers();
  for (const [header, wanted] of Object.entries(HEADERS)) if (headers[header] !== wanted) fail(where, `${header} is ${headers[header]}`);
  const policy = headers['content-security-policy'] ?? '';
  if (!policy.includes("default-src 'none'") || !policy.includes("frame-ancestors 'none'")) fail(where, `content-security-policy is ${policy}`);
  for (const problem of await tab.evaluate(readPage)) fail(where, problem);
  if (width === 1280 && script) for (const problem of await byKeyboard(tab)) fail(where, problem);
  await pictured(tab, `${at === shown ? 'shown-' : ''}${name}${address}-${width}`, script);
  if (!script) return undefined;
  const session = await tab.context().newCDPSession(tab);
  await session.send('Runtime.evaluate', { expression: axe });
  await session.detach();
  const violations = await tab.evaluate(async (tags) => {
    // The link that the keyboard came to last looks like no other link.
    document.activeElement.blur();
    const found = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false });
    return found.violations.map((v) => `axe ${v.id}: ${v.help} (${v.nodes.length}, first at ${v.nodes[0].target.join(' ')})`);
  }, AXE_TAGS);
  for (const violation of violations) fail(where, violation);
  return undefined;
}

async function pictured(tab, name, script) {
  if (!options.screenshots || !script) return;
  await tab.screenshot({ path: join(options.screenshots, `${name.replace(/[^a-z0-9]+/gi, '-')}.png`), fullPage: true });
}

// Runs in the page.
function readPage() {
  const problems = [];
  const root = document.documentElement;
  if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1');
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.redress-scroll'));
    problems.push(`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth} px, first by ${wide?.tagName.toLowerCase()}.${wide?.className}`);
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)))) problems.push(`a link leads to ${link.getAttribute('href')}, which is not there`);
  }
  return problems;
}

// Tab alone reaches every link and control once, in the order of the page, and each shows that it has the focus.
async function byKeyboard(tab) {
  const wanted = await tab.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter((e) => !e.disabled && (e.tagName === 'SUMMARY' || !e.closest('details:not([open])')));
    // What is folded away is reached once it is opened. Of a group of radios Tab reaches one.
    const stops = all.filter((e) => e.type !== 'radio' || e === (document.querySelector(`[name="${e.name}"]:checked`) ?? document.querySelector(`[name="${e.name}"]`)));
    stops.forEach((e, at) => e.setAttribute('data-stop', String(at)));
    return stops.length;
  });
  const problems = [];
  const reached = new Set();
  for (let press = 0; press < wanted + 5 && reached.size < wanted; press += 1) {
    await tab.keyboard.press('Tab');
    const here = await tab.evaluate(() => {
      const e = document.activeElement;
      const style = getComputedStyle(e);
      const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || (e.nextElementSibling && getComputedStyle(e.nextElementSibling, '::before').boxShadow !== 'none');
      return { stop: e.getAttribute('data-stop'), marked, name: `${e.tagName.toLowerCase()} ${e.name ?? ''} ${(e.textContent ?? '').trim().slice(0, 40)}` };
    });
    if (here.stop === null) continue;
    if (!here.marked) problems.push(`${here.name} does not show that it has the focus`);
    reached.add(here.stop);
  }
  if (reached.size < wanted) problems.push(`the keyboard reaches ${reached.size} of ${wanted} links and controls`);
  return problems;
}

// Sent with one line filled in and the rest empty: the summary leads to each field, and what was typed is kept.
async function sentEmpty({ at, person }, name, address) {
  const where = `${address} as ${name}, sent empty`;
  const { tab } = person;
  await tab.goto(at.base + address, { waitUntil: 'load' });
  const form = tab.locator('main form[method=post]').last();
  if (!(await form.count()) || !(await form.locator('[name]:not([type=hidden])').count())) return;
  // A form that is folded away stands at an address of its own, where it is sent empty.
  if (await form.evaluate((one) => Boolean(one.closest('details:not([open])')))) return;
  const lines = form.locator('input[type=text], textarea');
  const count = await lines.count();
  for (let at = 0; at < count; at += 1) await lines.nth(at).fill('');
  for (const box of await form.locator('input[type=checkbox]').all()) await box.uncheck();
  const kept = 'Kept as it was typed';
  const last = count > 1 ? await lines.nth(count - 1).getAttribute('name') : undefined;
  if (last) await form.locator(`[name="${last}"]`).fill(kept);
  // A form in which everything may be left blank has nothing to say.
  if (await form.evaluate(mayBeBlank)) return;
  await form.locator('button[type=submit]').last().click();
  await tab.waitForLoadState('load');
  const summary = tab.locator('.govuk-error-summary');
  if (!(await summary.count())) return fail(where, `no error summary, at ${tab.url()}`);
  await pictured(tab, `${at === shown ? 'shown-' : ''}${name}${address}-empty`, true);
  const links = await summary.locator('a').evaluateAll((all) => all.map((a) => [a.getAttribute('href'), Boolean(document.querySelector(`main form ${a.getAttribute('href')}`))]));
  if (!links.length) fail(where, 'the error summary leads nowhere');
  for (const [to, there] of links) if (!there) fail(where, `the error summary leads to ${to}, which is no field`);
  if (!(await tab.title()).startsWith('Error: ')) fail(where, 'the title does not say that there is an error');
  const messages = await tab.locator('.govuk-error-message').count();
  if (messages < links.length) fail(where, `${links.length} errors, ${messages} beside their fields`);
  if (last && (await tab.locator(`main form [name="${last}"]`).inputValue()) !== kept) fail(where, `${last} does not keep what was typed`);
  return undefined;
}

// Runs in the page.
function mayBeBlank(form) {
  const answered = (group) => group.textContent.includes('(optional)') || Boolean(group.querySelector('input[type=radio]:checked'));
  return [...form.querySelectorAll('.govuk-form-group')].every(answered);
}
