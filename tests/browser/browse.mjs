// Opens the pages of a running Redress in Chromium and reports what a visitor would stumble over.
//
//   node browse.mjs http://127.0.0.1:8080 [--pages 75] [--links 2500] [--only /path,/path] [--screenshots DIR]
//
// One line a failure on standard output, a summary at the end; exit status 1 if anything failed, 2 for wrong usage.

import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const WIDTHS = [1280, 320];
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

// Every kind of address, the first that fits; `want` pages of it are opened. A kind without a page is a failure.
const KINDS = [
  { kind: 'home', fits: /^\/$/, want: 1 },
  { kind: 'version of a document', fits: /^\/documents\/\d+\/[^/]+\/versions\/\d+$/, want: 1 },
  { kind: 'versions', fits: /\/(versions|history)(\/|\?|$)|[?&]version=/, want: 2 },
  { kind: 'meetings', fits: /^\/meetings(\?|$)/, want: 2 },
  { kind: 'item', fits: /^\/meetings\/[^/?]+\/items\/[^/?]+$/, want: 8 },
  { kind: 'meeting', fits: /^\/meetings\/[^/?]+$/, want: 5 },
  { kind: 'issues', fits: /^\/issues(\?|$)/, want: 1 },
  { kind: 'issue', fits: /^\/issues\/[^/?]+$/, want: 3 },
  { kind: 'issue in the other order', fits: /^\/issues\/[^/?]+\?/, want: 2 },
  { kind: 'decisions', fits: /^\/decisions(\?|$)/, want: 2 },
  { kind: 'decision', fits: /^\/decisions\/[^/?]+$/, want: 4 },
  { kind: 'ombudsman', fits: /^\/ombudsman(\?|$)/, want: 2 },
  { kind: 'case', fits: /^\/ombudsman\/cases\/[^/?]+$/, want: 5 },
  { kind: 'bodies', fits: /^\/bodies(\?|$)/, want: 1 },
  { kind: 'body', fits: /^\/bodies\/[^/?]+$/, want: 2 },
  { kind: 'councillors', fits: /^\/councillors(\?|$)/, want: 1 },
  { kind: 'member', fits: /^\/councillors\/[^/?]+$/, want: 2 },
  { kind: 'attendance', fits: /^\/councillors\/[^/?]+\/attendance$/, want: 1 },
  { kind: 'forward plan', fits: /^\/forward-plan(\/\d{4}-\d{2})?(\?|$)/, want: 2 },
  { kind: 'entry of the forward plan', fits: /^\/forward-plan\/entries\/[^/?]+$/, want: 2 },
  { kind: 'urgent decisions', fits: /^\/forward-plan\/urgent$/, want: 1 },
  { kind: 'scrutiny', fits: /^\/scrutiny(\?|$)/, want: 1 },
  { kind: 'scrutiny recommendation', fits: /^\/scrutiny\/[^/?]+$/, want: 2 },
  { kind: 'actions', fits: /^\/actions(\?|$)/, want: 1 },
  { kind: 'action', fits: /^\/actions\/[^/?]+$/, want: 2 },
  { kind: 'improvement', fits: /^\/ombudsman\/improvements\/[^/?]+$/, want: 1 },
  { kind: 'document', fits: /^\/documents\/./, want: 2 },
  { kind: 'duties', fits: /^\/duties(\?|$)/, want: 1 },
  { kind: 'calculator', fits: /^\/duties\/calculator/, want: 3 },
  { kind: 'plan', fits: /^\/duties\/plan/, want: 2, optional: true },
  { kind: 'duty', fits: /^\/duties\/[^/?]+$/, want: 2 },
  { kind: 'changes', fits: /^\/changes(\?|$)/, want: 2 },
  { kind: 'search', fits: /^\/search\?.*q=./, want: 2 },
  { kind: 'search form', fits: /^\/search$/, want: 1 },
  { kind: 'accessibility', fits: /^\/accessibility$/, want: 1 },
  { kind: 'cookies', fits: /^\/cookies$/, want: 1 },
  { kind: 'not found', fits: /^\/no-such-page$/, want: 1, status: 404 },
  { kind: 'other', fits: /./, want: 4, optional: true },
];

// Where the crawl begins, so that a page that nothing links to is still looked at.
const SEEDS = [
  '/', '/meetings', '/issues', '/decisions', '/ombudsman', '/bodies', '/councillors', '/changes', '/accessibility', '/cookies',
  '/search', '/search?q=ombudsman', '/search?q=zzzznothing', '/no-such-page',
];

const { base, options } = readArguments();
const failures = [];
const started = Date.now();

const fail = (path, where, what) => {
  failures.push(path);
  console.log(`FAIL ${path} [${where}] ${what}`);
};

const crawled = options.only ? only(options.only.split(',')) : await crawl();
const pages = options.only ? [...crawled.values()] : choose(crawled);
if (!options.only) checkLinks(crawled);
const views = await browse(pages);

const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(
  `${pages.length} pages in ${views} views, ${crawled.size} addresses followed, ${failures.length} failures, ${seconds} s`,
);
process.exit(failures.length ? 1 : 0);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        pages: { type: 'string', default: '75' },
        links: { type: 'string', default: '2500' },
        only: { type: 'string' },
        screenshots: { type: 'string' },
      },
    });
    if (positionals.length !== 1) throw new Error('one base address is needed, as in http://127.0.0.1:8080');
    return { base: new URL(positionals[0]).origin, options: values };
  } catch (error) {
    console.error(`browse: ${error.message}`);
    process.exit(2);
  }
}

function kindOf(path) {
  return KINDS.find((k) => k.fits.test(path));
}

function only(paths) {
  return new Map(paths.map((path) => [path, { path, kind: kindOf(path), html: true, from: 'the command line' }]));
}

// --- Following links -----------------------------------------------------------------------------------------------

// Fetches addresses breadth first from the seeds; each is remembered with the page that linked to it.
async function crawl() {
  const found = new Map();
  const queue = [];
  const perKind = new Map();
  const meet = (path, from) => {
    if (found.has(path) || found.size >= Number(options.links)) return;
    const kind = kindOf(path);
    const seen = perKind.get(kind) ?? 0;
    // Filters and pages of a list have no end; enough of each kind is enough.
    if (seen >= 400 || (path.includes('?') && seen >= 120)) return;
    perKind.set(kind, seen + 1);
    found.set(path, { path, kind, from, status: 0, html: false, length: 0 });
    queue.push(path);
  };
  for (const seed of SEEDS) meet(seed, 'the list of known addresses');
  const visit = async (path) => {
    const page = found.get(path);
    try {
      await read(page, meet);
    } catch (error) {
      page.error = error.cause?.message ?? error.message;
    }
  };
  // The known addresses fill the queue; what they lead to is then read several at a time.
  for (const path of queue.splice(0)) await visit(path);
  const worker = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) await visit(path);
  };
  while (queue.length) await Promise.all(Array.from({ length: 6 }, worker));
  return found;
}

async function read(page, meet) {
  const answer = await fetch(base + page.path, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
  page.status = answer.status;
  const body = await answer.text();
  if (answer.status >= 300 && answer.status < 400) {
    const to = inside(answer.headers.get('location'), page.path);
    if (to) meet(to, page.path);
    return;
  }
  page.html = (answer.headers.get('content-type') ?? '').startsWith('text/html');
  page.length = body.length;
  if (!page.html) return;
  for (const [, quoted, bare] of body.matchAll(/<a\s[^>]*?\bhref=(?:"([^"]*)"|'([^']*)')/gi)) {
    const to = inside(decode(quoted ?? bare), page.path);
    if (to) meet(to, page.path);
  }
}

// The path and query of a link that stays on this site, without its fragment.
function inside(link, from) {
  if (!link || /^(mailto|tel|data|javascript):/i.test(link)) return undefined;
  const url = new URL(link, base + from);
  return url.origin === base ? url.pathname + url.search : undefined;
}

function decode(text) {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(parseInt(n, 16)))
    .replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)))
    .replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function checkLinks(found) {
  for (const page of found.values()) {
    const expected = page.kind.status;
    if (page.error) fail(page.path, `linked from ${page.from}`, `no answer: ${page.error}`);
    else if (expected ? page.status !== expected : page.status >= 400 && page.status !== 410) {
      fail(page.path, `linked from ${page.from}`, `status ${page.status}`);
    }
  }
}

// Of each kind the first page, the longest and some between; what is left of the bound goes to the kinds in turn.
function choose(found) {
  const bound = Number(options.pages);
  const chosen = [];
  for (const kind of KINDS) {
    const all = [...found.values()].filter((p) => p.kind === kind && p.html && (p.status === (kind.status ?? 200)));
    if (!all.length) {
      if (!kind.optional) fail('/', 'crawl', `no page of the kind “${kind.kind}” was found`);
      continue;
    }
    const picked = new Set([all[0], all.reduce((a, b) => (b.length > a.length ? b : a))]);
    for (let i = 1; picked.size < Math.min(kind.want, all.length) && i <= all.length; i++) {
      picked.add(all[Math.floor((i * all.length) / (kind.want + 1)) % all.length]);
      if (i > kind.want) picked.add(all[i - 1]);
    }
    // Known addresses come first, so that a list is opened without a filter too.
    chosen.push(...[...picked].sort((a, b) => SEEDS.includes(b.path) - SEEDS.includes(a.path)).slice(0, kind.want));
  }
  return chosen.slice(0, bound);
}

// --- In the browser ------------------------------------------------------------------------------------------------

async function browse(list) {
  if (options.screenshots) mkdirSync(options.screenshots, { recursive: true });
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await chromium.launch({ executablePath: BROWSER, headless: true, args: ARGS });
  const queue = [...list];
  const worker = async () => {
    const views = [];
    for (const width of WIDTHS) for (const script of [true, false]) views.push(await openView(browser, width, script));
    for (let page = queue.shift(); page; page = queue.shift()) await lookAt(page, views, axe);
  };
  await Promise.all([worker(), worker()]);
  await browser.close();
  return list.length * WIDTHS.length * 2;
}

// A window of one width, with script or without, used for page after page.
async function openView(browser, width, script) {
  const context = await browser.newContext({
    viewport: { width, height: width === 320 ? 640 : 900 },
    javaScriptEnabled: script,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const tab = await context.newPage();
  const view = { name: `${width} px, script ${script ? 'on' : 'off'}`, width, script, tab, problems: new Set(), expected: 200 };
  if (script) view.debugger = await context.newCDPSession(tab);
  tab.on('pageerror', (error) => view.problems.add(`script error: ${error.message}`));
  tab.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    const text = message.text().replace(/\. Either the .*/s, '');
    // Chromium writes an error for the page itself when its status is 404, which may be as it should be.
    if (url === view.address && /status of \d+/.test(text) && view.expected !== 200) return;
    view.problems.add(`console error: ${text}${url && url !== view.address ? ` at ${url.replace(base, '')}` : ''}`);
  });
  tab.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== base) view.problems.add(`asks another site: ${url.origin}`);
  });
  return view;
}

async function lookAt(page, views, axe) {
  const where = new Map();
  for (const view of views) {
    for (const problem of await look(page, view, axe)) where.set(problem, [...(where.get(problem) ?? []), view.name]);
  }
  for (const [problem, names] of where) fail(page.path, names.length === views.length ? 'every view' : names.join('; '), problem);
}

async function look(page, view, axe) {
  const { tab, problems } = view;
  problems.clear();
  view.address = base + page.path;
  view.expected = page.kind.status ?? 200;
  try {
    const answer = await tab.goto(view.address, { waitUntil: 'load', timeout: 20_000 });
    if (answer.status() !== view.expected) problems.add(`status ${answer.status()}, not ${view.expected}`);
    for (const problem of await tab.evaluate(readPage, view.width)) problems.add(problem);
    if (view.width === 1280) for (const problem of await tryKeyboard(tab)) problems.add(problem);
    if (options.screenshots && view.script) {
      const name = `${page.kind.kind}${page.path}`.replace(/[^a-z0-9]+/gi, '-').slice(0, 90);
      await tab.screenshot({ path: join(options.screenshots, `${name}-${view.width}.png`), fullPage: true });
    }
    // Last, since it works inside the page.
    if (view.script) for (const problem of await runAxe(view, axe)) problems.add(problem);
  } catch (error) {
    problems.add(`could not be looked at: ${error.message.split('\n')[0]}`);
  }
  return [...problems];
}

// Runs in the page.
function readPage(width) {
  const problems = [];
  const root = document.documentElement;
  const headings = document.querySelectorAll('h1');
  if (headings.length !== 1) problems.push(`${headings.length} h1 elements`);
  else if (!headings[0].textContent.trim()) problems.push('the h1 is empty');
  if (!document.title.trim()) problems.push('the title is empty');
  if (root.lang !== 'en-GB') problems.push(`lang is “${root.lang}”, not en-GB`);
  if (!document.querySelector('main')?.innerText.trim()) problems.push('main is missing or empty');
  if (width === 320 && root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > root.clientWidth + 1);
    const name = wide ? `, first by ${wide.tagName.toLowerCase()}.${[...wide.classList].join('.')}` : '';
    problems.push(`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth} px${name}`);
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(link.getAttribute('href').slice(1));
    if (id && id !== 'top' && !document.getElementById(id)) problems.push(`a link leads to #${id}, which is not on the page`);
  }
  return problems;
}

// The first stop of the Tab key is the skip link; it shows itself, and Enter leads to the main part.
async function tryKeyboard(tab) {
  await tab.keyboard.press('Tab');
  const first = await tab.evaluate(() => {
    const here = document.activeElement;
    const box = here.getBoundingClientRect();
    return {
      name: here.tagName.toLowerCase(),
      target: here.tagName === 'A' ? here.getAttribute('href') : null,
      shown: box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0,
    };
  });
  if (!first.target?.startsWith('#')) return [`the first Tab reaches ${first.name}, not a skip link`];
  const problems = first.shown ? [] : ['the skip link does not show when it has the focus'];
  await tab.keyboard.press('Enter');
  const focused = await tab.evaluate((target) => document.activeElement === document.querySelector(target), first.target);
  const leads = await tab.evaluate((target) => {
    const there = document.querySelector(target);
    return Boolean(there && (there.matches('main') || there.closest('main') || there.querySelector('main')));
  }, first.target);
  if (!leads) problems.push(`the skip link leads to ${first.target}, which is not the main part`);
  if (focused) return problems;
  await tab.keyboard.press('Tab');
  const inside = await tab.evaluate((target) => {
    const there = document.querySelector(target);
    const canFocus = there?.querySelector('a[href], button, input, select, textarea, summary, [tabindex="0"]');
    return !canFocus || there.contains(document.activeElement);
  }, first.target);
  if (!inside) problems.push('Enter on the skip link does not move the focus to the main part');
  return problems;
}

async function runAxe(view, source) {
  // The debugger's own way in is not held up by the page's content security policy.
  await view.debugger.send('Runtime.evaluate', { expression: source });
  const violations = await view.tab.evaluate(async (tags) => {
    const result = await globalThis.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      preload: false,
    });
    return result.violations.map(({ id, help, nodes }) => ({ id, help, count: nodes.length, first: nodes[0].target.join(' ') }));
  }, AXE_TAGS);
  return violations.map(({ id, help, count, first }) => `axe ${id}: ${help} (${count}, first at ${first})`);
}
