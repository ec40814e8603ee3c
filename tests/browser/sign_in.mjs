// Signs in to a running Redress in Chromium: with a password, with a link that came by e-mail, with a code, and through a
// real OpenID provider and a real mail sink, both on loopback.
//
//   node sign_in.mjs [--screenshots DIR]        REDRESS_PROGRAM names the program
//
// One line a failure, a summary at the end; exit status 1 if anything failed.

import { execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Provider from 'oidc-provider';
import { chromium } from 'playwright-core';
import { SMTPServer } from 'smtp-server';

const here = dirname(fileURLToPath(import.meta.url));
const program = process.env.REDRESS_PROGRAM ?? join(here, '../../target/debug/redress');
const { values: options } = parseArgs({ options: { screenshots: { type: 'string' } } });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

const AYESHA = 'ayesha.khan@thornmere.example';
const GRACE = 'grace.okafor@thornmere.example';
const PASSWORD = 'three small otters waving';

let failures = 0;
let views = 0;
const check = (holds, what) => {
  if (holds) return;
  failures += 1;
  console.log(`FAIL ${what}`);
};

const folder = mkdtempSync(join(tmpdir(), 'redress-sign-in-'));
const [sitePort, mailPort, providerPort] = await Promise.all([freePort(), freePort(), freePort()]);
const base = `http://127.0.0.1:${sitePort}`;
const letters = [];
const mail = await mailSink();
const provider = await openProvider();
redress('init', 'Thornmere Borough Council');
const firstLink = redress('user', 'add', AYESHA, '--name', 'Ayesha Khan', '--role', 'monitoring_officer', '--base', base).trim();
redress('user', 'add', GRACE, '--name', 'Grace Okafor', '--base', base);
const site = serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGS });
try {
  await answering();
  await step('a first password, and signing in with the keyboard alone', withKeyboard);
  await step('a password forgotten, and the link that comes by e-mail', forgotten);
  await step('a code when one signs in', secondFactor);
  await step('too many wrong tries', wrongTries);
  await step('the council\'s own sign-in service', throughProvider);
} finally {
  await browser.close();
  site.kill('SIGINT');
  mail.close();
  provider.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`sign in: ${views} views, ${letters.length} letters, ${failures} failures`);
process.exit(failures ? 1 : 0);

// --- What is tried -------------------------------------------------------------------------------------------------

async function withKeyboard() {
  const tab = await open();
  await tab.goto(firstLink);
  await look(tab, 'choose a password');
  await fill(tab, { new: PASSWORD, again: `${PASSWORD}!` });
  check((await text(tab)).includes('not the same'), 'two passwords that differ are refused');
  await look(tab, 'choose a password, wrong');
  await fill(tab, { new: PASSWORD, again: PASSWORD });
  check((await text(tab)).includes('Your password is set'), 'the page says that the password is set');
  await tab.goto(`${base}/desk/account`);
  await look(tab, 'sign in');
  // Without script, and without a mouse.
  const plain = await open(false);
  await plain.goto(`${base}/desk/account`);
  await tabTo(plain, 'name');
  await plain.keyboard.type(AYESHA);
  await plain.keyboard.press('Tab');
  await plain.keyboard.type(PASSWORD);
  await Promise.all([plain.waitForURL('**/desk/account'), plain.keyboard.press('Enter')]);
  check((await text(plain)).includes('Ayesha Khan'), 'the keyboard alone signs in');
  // axe needs script, so it looks through another window with the same cookies.
  const same = await open(true, await plain.context().storageState());
  await same.goto(`${base}/desk/account`);
  await look(same, 'account');
  await same.goto(`${base}/desk/account/password`);
  await look(same, 'change password');
  await Promise.all([plain.waitForURL('**/desk/sign-in'), plain.getByRole('button', { name: 'Sign out here' }).click()]);
  await plain.goto(`${base}/desk/account`);
  check(plain.url().includes('/desk/sign-in'), 'signing out ends the session');
}

async function forgotten() {
  const tab = await open();
  await tab.goto(`${base}/desk/forgotten`);
  await look(tab, 'forgotten');
  await fill(tab, { name: 'nobody@thornmere.example' });
  const unknown = await text(tab);
  await tab.goto(`${base}/desk/forgotten`);
  await fill(tab, { name: AYESHA });
  check((await text(tab)) === unknown, 'the answer is the same for a name that nobody has');
  await look(tab, 'look at your e-mail');
  const letter = await letterWith('/desk/reset/');
  check(letter?.to === AYESHA, 'the letter goes to the account');
  const link = /http:\S+\/desk\/reset\/\S+/.exec(letter?.text ?? '')?.[0];
  const answer = await tab.goto(link);
  check(answer.headers()['referrer-policy'] === 'no-referrer', 'the link is told to nobody');
  await fill(tab, { new: 'the gutter drips at noon', again: 'the gutter drips at noon' });
  await tab.goto(link);
  check((await text(tab)).includes('This link cannot be used'), 'the link works once');
  await look(tab, 'link used');
  check(await letterWith('password was changed'), 'a letter says that the password was changed');
  await signIn(tab, AYESHA, 'the gutter drips at noon');
  check(tab.url().endsWith('/desk/account'), 'the new password signs in');
  check(!letters.some((l) => l.to !== AYESHA), 'nobody else got a letter');
}

async function secondFactor() {
  const tab = await open();
  await signIn(tab, AYESHA, 'the gutter drips at noon');
  await tab.goto(`${base}/desk/account/second-factor`);
  await look(tab, 'second factor');
  const secret = (await tab.locator('.redress-secret').innerText()).replaceAll(' ', '');
  await fill(tab, { current: 'the gutter drips at noon', code: totp(secret) });
  check((await text(tab)).includes('Keep these recovery codes'), 'a code that fits turns it on');
  await look(tab, 'recovery codes');
  const recovery = await tab.locator('main code').first().innerText();
  await tab.goto(`${base}/desk/account/second-factor/off`);
  await look(tab, 'second factor off');
  const other = await open();
  await signIn(other, AYESHA, 'the gutter drips at noon');
  check(other.url().includes('/desk/sign-in/code'), 'a code is asked for');
  await look(other, 'code');
  await fill(other, { code: recovery });
  check(other.url().endsWith('/desk/account'), 'a recovery code signs in');
}

async function wrongTries() {
  const tab = await open();
  for (let tries = 0; tries < 5; tries += 1) await signIn(tab, GRACE, 'guessing guessing guessing');
  const said = await text(tab);
  check(/Too many tries from here\. Wait \d+ seconds/.test(said), 'the page says how long to wait');
  check(said.includes('nobody else is held up'), 'and that nobody else is held up');
  check((await tab.inputValue('#password')) === '' && (await tab.inputValue('#name')) === GRACE, 'the name stays, the password does not');
  await look(tab, 'too many tries');
}

async function throughProvider() {
  const tab = await open();
  await tab.goto(`${base}/desk/sign-in?next=/desk/account`);
  await look(tab, 'sign in with two ways');
  await tab.getByRole('button', { name: 'Sign in with the council’s account' }).or(tab.locator('a.govuk-button')).first().click();
  await atProvider(tab, 'grace');
  await tab.waitForURL(`${base}/desk/account`);
  const page = await text(tab);
  check(page.includes('Grace Okafor'), 'the service signs in whom it verified');
  check(page.includes('Democratic services officer'), 'a group gives its role');
  await look(tab, 'account through the service');
  const stranger = await open();
  await stranger.goto(`${base}/desk/sign-in`);
  await stranger.locator('a.govuk-button').click();
  await atProvider(stranger, 'stranger');
  await stranger.waitForURL(`${base}/desk/sign-in/provider/answer**`);
  check((await text(stranger)).includes('you have no account here'), 'somebody without an account is refused in words');
  await look(stranger, 'no account here');
  const unverified = await open();
  await unverified.goto(`${base}/desk/sign-in`);
  await unverified.locator('a.govuk-button').click();
  await atProvider(unverified, 'unverified');
  await unverified.waitForURL(`${base}/desk/sign-in/provider/answer**`);
  check((await text(unverified)).includes('you have no account here'), 'an address that was not verified opens no account');
  // An answer that another browser asked for.
  const victim = await open();
  await victim.goto(`${base}/desk/sign-in/provider/answer?code=abc&state=${'ab'.repeat(32)}`);
  check((await text(victim)).includes('begun in another browser'), 'an answer that this browser did not ask for is refused');
}

// --- Around it -----------------------------------------------------------------------------------------------------

async function step(name, run) {
  try {
    await run();
  } catch (error) {
    check(false, `${name}: ${error.message.split('\n').slice(0, 3).join(' ')}`);
  }
}

async function open(javaScriptEnabled = true, storageState = undefined) {
  const context = await browser.newContext({ javaScriptEnabled, storageState, locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
  return context.newPage();
}

// The page at both widths, with axe.
async function look(tab, name) {
  for (const width of [1280, 320]) {
    views += 1;
    await tab.setViewportSize({ width, height: width === 320 ? 640 : 900 });
    const where = `${name} [${width} px]`;
    const debug = await tab.context().newCDPSession(tab);
    const { result } = await debug.send('Runtime.evaluate', {
      expression: '[document.querySelectorAll("h1").length, document.documentElement.scrollWidth - document.documentElement.clientWidth, document.querySelectorAll("script").length]',
      returnByValue: true,
    });
    const [headings, over, scripts] = result.value;
    check(headings === 1, `${where}: ${headings} h1 elements`);
    check(over <= 0, `${where}: scrolls sideways by ${over} px`);
    check(scripts === 0, `${where}: ${scripts} scripts`);
    // The debugger's own way in is not held up by the page's content security policy.
    await debug.send('Runtime.evaluate', { expression: axe });
    const found = await debug.send('Runtime.evaluate', {
      expression: `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(AXE_TAGS)} }, resultTypes: ['violations'], preload: false })
        .then((r) => r.violations.map((v) => v.id + ': ' + v.help + ' at ' + v.nodes[0].target.join(' ')))`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (!found.result.value) check(false, `${where}: axe did not run: ${found.exceptionDetails?.exception?.description}`);
    for (const violation of found.result.value ?? []) check(false, `${where}: axe ${violation}`);
    if (options.screenshots) {
      mkdirSync(options.screenshots, { recursive: true });
      await tab.screenshot({ path: join(options.screenshots, `sign-in-${name.replace(/[^a-z]+/g, '-')}-${width}.png`), fullPage: true });
    }
    await debug.detach();
  }
  await tab.setViewportSize({ width: 1280, height: 900 });
}

function text(tab) {
  return tab.locator('main').innerText();
}

async function fill(tab, fields) {
  for (const [name, value] of Object.entries(fields)) await tab.fill(`#${name}`, value);
  await Promise.all([tab.waitForNavigation(), tab.locator('main form button[type=submit]').first().click()]);
}

async function signIn(tab, name, password) {
  await tab.goto(`${base}/desk/sign-in?next=/desk/account`);
  await fill(tab, { name, password });
}

async function tabTo(tab, id) {
  for (let presses = 0; presses < 40; presses += 1) {
    await tab.keyboard.press('Tab');
    if ((await tab.locator(`#${id}:focus`).count()) === 1) return;
  }
  throw new Error(`Tab does not reach #${id}`);
}

async function atProvider(tab, login) {
  await tab.waitForURL(`http://127.0.0.1:${providerPort}/**`);
  await tab.fill('input[name=login]', login);
  await tab.fill('input[name=password]', 'any');
  await Promise.all([tab.waitForNavigation(), tab.locator('button[type=submit]').click()]);
  if (tab.url().startsWith(`http://127.0.0.1:${providerPort}/`)) await tab.locator('button[type=submit]').click();
}

function totp(base32, at = Date.now()) {
  const bits = [...base32.toUpperCase()].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const code = (hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000;
  return String(code).padStart(6, '0');
}

function redress(...args) {
  return execFileSync(program, args, { env: { ...process.env, REDRESS_DATA: folder }, encoding: 'utf8' });
}

function serve() {
  const groups = join(folder, 'groups.json');
  writeFileSync(groups, JSON.stringify({ 'Democratic Services': 'democratic_services' }));
  const secret = join(folder, 'oidc-secret');
  writeFileSync(secret, 'a secret between the two\n');
  const args = [
    'serve', '--listen', `127.0.0.1:${sitePort}`, '--base', base, '--smtp', `smtp://127.0.0.1:${mailPort}`, '--mail-from', 'Redress <desk@thornmere.example>',
    '--oidc-issuer', `http://127.0.0.1:${providerPort}`, '--oidc-client', 'redress', '--oidc-secret-file', secret, '--oidc-groups', groups,
  ];
  const log = process.env.REDRESS_LOG ? 'inherit' : 'ignore';
  const site = spawn(program, args, { env: { ...process.env, REDRESS_DATA: folder }, stdio: ['ignore', 'ignore', log] });
  site.once('error', (error) => {
    console.error(`${program} could not be started: ${error.message}; build it with cargo build --workspace`);
    process.exit(1);
  });
  return site;
}

function mailSink() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      let raw = '';
      stream.setEncoding('utf8').on('data', (part) => (raw += part)).on('end', () => {
        letters.push({ to: session.envelope.rcptTo[0].address, text: readable(raw) });
        done();
      });
    },
  });
  return new Promise((opened) => server.listen(mailPort, '127.0.0.1', () => opened(server)));
}

// Subject and text, whichever way the letter was encoded.
function readable(raw) {
  const [head, ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const how = /content-transfer-encoding:\s*(\S+)/i.exec(head)?.[1]?.toLowerCase();
  if (how === 'base64') return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`;
  if (how === 'quoted-printable') return `${head}\n\n${body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))}`;
  return raw;
}

async function letterWith(words) {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = letters.find((letter) => letter.text.includes(words));
    if (found) return found;
    await new Promise((later) => setTimeout(later, 100));
  }
  check(false, `no letter with “${words}” came`);
  return undefined;
}

function openProvider() {
  const people = {
    grace: { email: GRACE, email_verified: true, groups: ['Democratic Services', 'Choir'] },
    stranger: { email: 'stranger@elsewhere.example', email_verified: true, groups: ['Democratic Services'] },
    unverified: { email: AYESHA, email_verified: false, groups: [] },
  };
  const oidc = new Provider(`http://127.0.0.1:${providerPort}`, {
    clients: [{
      client_id: 'redress',
      client_secret: 'a secret between the two',
      redirect_uris: [`${base}/desk/sign-in/provider/answer`],
    }],
    scopes: ['openid', 'email', 'profile', 'groups'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], groups: ['groups'], profile: ['name'] },
    cookies: { keys: ['a key of this test'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
  return new Promise((opened) => {
    const server = oidc.listen(providerPort, '127.0.0.1', () => opened(server));
  });
}

async function answering() {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      if ((await fetch(`${base}/desk/sign-in`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${base} did not answer within a minute`);
}

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
