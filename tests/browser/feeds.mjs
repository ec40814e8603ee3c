// Reads the feeds, the site map and the calendar of a running Redress with parsers that are not ours.
//
//   node feeds.mjs http://127.0.0.1:8080
//
// One line a failure, a summary at the end; exit status 1 if anything failed, 2 for wrong usage.

import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';

const ATOM = 'http://www.w3.org/2005/Atom';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
// RFC 3339, the profile that Atom asks for: upper case T and Z, an offset always.
const RFC3339 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const W3C_DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

const KNOWN_FEEDS = ['/feeds/all.atom', '/feeds/meetings.atom', '/feeds/decisions.atom', '/feeds/ombudsman.atom'];

let base;
try {
  base = new URL(process.argv[2]).origin;
} catch {
  console.error('feeds: one base address is needed, as in http://127.0.0.1:8080');
  process.exit(2);
}

let failed = 0;
const fail = (path, what) => {
  failed += 1;
  console.log(`FAIL ${path} ${what}`);
};

try {
  const feeds = await findFeeds();
  let entries = 0;
  for (const path of feeds) entries += await checkFeed(path);
  const addresses = await checkSitemap('/sitemap.xml');
  const events = await checkCalendar('/calendar.ics');
  console.log(`${feeds.length} feeds with ${entries} entries, ${addresses} addresses, ${events} events, ${failed} failures`);
} catch (error) {
  console.error(`feeds: ${base} does not answer: ${error.cause?.message ?? error.message}`);
  failed += 1;
}
process.exit(failed ? 1 : 0);

async function get(path, type) {
  const answer = await fetch(base + path, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const given = answer.headers.get('content-type') ?? 'none';
  if (answer.status !== 200) fail(path, `status ${answer.status}`);
  else if (!given.startsWith(type)) fail(path, `content type ${given}, not ${type}`);
  try {
    return answer.status === 200 ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) : undefined;
  } catch {
    fail(path, 'is not UTF-8');
    return undefined;
  }
}

// The feeds that pages announce or link to. The known ones are asked for only if the pages name none.
async function findFeeds() {
  const found = new Set();
  for (const path of ['/', '/meetings', '/decisions', '/ombudsman', '/issues', '/changes', '/bodies']) {
    const answer = await fetch(base + path, { signal: AbortSignal.timeout(20_000) });
    const body = await answer.text();
    for (const [, link] of body.matchAll(/\bhref="([^"]*\/feeds\/[^"]*\.atom)"/g)) {
      const url = new URL(link.replaceAll('&amp;', '&'), base + path);
      if (url.origin === base) found.add(url.pathname + url.search);
    }
  }
  if (!found.size) fail('/', 'no page names a feed');
  return found.size ? [...found].sort() : KNOWN_FEEDS;
}

// --- XML -----------------------------------------------------------------------------------------------------------

// A tree of elements; throws where the text is not well-formed or a namespace is unknown.
function readXml(text) {
  const top = { children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element = { uri, local, children: [], text: '', attributes: {} };
    for (const [name, attribute] of Object.entries(attributes)) element.attributes[name] = attribute.value;
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => (open.at(-1).text += text));
  parser.on('cdata', (text) => (open.at(-1).text += text));
  parser.write(text).close();
  return top.children[0];
}

function tryXml(path, text) {
  try {
    return readXml(text);
  } catch (error) {
    fail(path, `is not well-formed: ${error.message}`);
    return undefined;
  }
}

function children(element, local) {
  return element.children.filter((c) => c.uri === element.uri && c.local === local);
}

async function checkFeed(path) {
  const text = await get(path, 'application/atom+xml');
  const feed = text && tryXml(path, text);
  if (!feed) return 0;
  if (feed.uri !== ATOM || feed.local !== 'feed') {
    fail(path, `the root is {${feed.uri}}${feed.local}, not an Atom feed`);
    return 0;
  }
  checkAtomElement(path, 'the feed', feed);
  const self = children(feed, 'link').find((l) => l.attributes.rel === 'self');
  if (!self) fail(path, 'the feed has no link to itself');
  const own = children(feed, 'author').length > 0;
  const ids = new Set(children(feed, 'id').map((i) => i.text.trim()));
  const list = children(feed, 'entry');
  let before;
  list.forEach((entry, n) => {
    const name = `entry ${n + 1}`;
    checkAtomElement(path, name, entry);
    const id = children(entry, 'id')[0]?.text.trim();
    if (ids.has(id)) fail(path, `${name} repeats the id ${id}`);
    ids.add(id);
    if (!own && !children(entry, 'author').length) fail(path, `${name} has no author and neither has the feed`);
    const content = children(entry, 'content').length;
    const alternate = children(entry, 'link').filter((l) => (l.attributes.rel ?? 'alternate') === 'alternate');
    if (content > 1) fail(path, `${name} has more than one content`);
    if (!content && !alternate.length) fail(path, `${name} has neither content nor a link to its page`);
    for (const published of children(entry, 'published')) checkTime(path, name, published.text.trim());
    const updated = Date.parse(children(entry, 'updated')[0]?.text.trim());
    if (before !== undefined && updated > before) fail(path, `${name} is newer than the one before it`);
    before = updated;
  });
  return list.length;
}

// RFC 4287: exactly one id, title and updated; every link with an address.
function checkAtomElement(path, name, element) {
  for (const wanted of ['id', 'title', 'updated']) {
    const given = children(element, wanted);
    if (given.length !== 1) fail(path, `${name} has ${given.length} of ${wanted}, not one`);
    else if (!given[0].text.trim() && !given[0].children.length) fail(path, `${name} has an empty ${wanted}`);
  }
  const id = children(element, 'id')[0]?.text.trim();
  if (id && !URL.canParse(id)) fail(path, `${name} has an id that is not an absolute address: ${id}`);
  const updated = children(element, 'updated')[0]?.text.trim();
  if (updated) checkTime(path, name, updated);
  for (const link of children(element, 'link')) if (!link.attributes.href) fail(path, `${name} has a link without href`);
  for (const author of children(element, 'author')) {
    if (children(author, 'name').length !== 1) fail(path, `${name} has an author without a name`);
  }
}

function checkTime(path, name, text) {
  if (!RFC3339.test(text) || Number.isNaN(Date.parse(text))) fail(path, `${name} has a time that is not RFC 3339: ${text}`);
}

async function checkSitemap(path) {
  const text = await get(path, 'application/xml');
  const root = text && tryXml(path, text);
  if (!root) return 0;
  if (root.uri !== SITEMAP) fail(path, `the namespace is “${root.uri}”`);
  if (root.local === 'sitemapindex') {
    let all = 0;
    for (const part of children(root, 'sitemap')) {
      const url = new URL(children(part, 'loc')[0]?.text.trim() ?? '', base);
      all += await checkSitemap(url.pathname + url.search);
    }
    return all;
  }
  if (root.local !== 'urlset') fail(path, `the root is ${root.local}, not urlset`);
  const list = children(root, 'url');
  if (!list.length) fail(path, 'has no address');
  if (list.length > 50_000) fail(path, `has ${list.length} addresses; 50,000 are allowed`);
  const seen = new Set();
  for (const entry of list) {
    const locations = children(entry, 'loc');
    const place = locations[0]?.text.trim() ?? '';
    if (locations.length !== 1 || !URL.canParse(place)) fail(path, `an entry has no absolute address: “${place}”`);
    if (seen.has(place)) fail(path, `repeats ${place}`);
    seen.add(place);
    for (const changed of children(entry, 'lastmod')) {
      if (!W3C_DATE.test(changed.text.trim())) fail(path, `${place} has a lastmod that is no date: ${changed.text.trim()}`);
    }
  }
  // The addresses carry the public host name; their paths must answer here.
  for (const place of [...seen].filter((_, n) => n % Math.ceil(seen.size / 40) === 0)) {
    const { pathname, search } = new URL(place, base);
    const { status } = await fetch(base + pathname + search, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
    if (status !== 200) fail(path, `${pathname} answers ${status}`);
  }
  return list.length;
}

// --- iCalendar -----------------------------------------------------------------------------------------------------

async function checkCalendar(path) {
  const text = await get(path, 'text/calendar');
  if (!text) return 0;
  if (/(^|[^\r])\n/.test(text) || /\r(?!\n)/.test(text)) fail(path, 'a line does not end in CR LF');
  if (!text.endsWith('\r\n')) fail(path, 'the last line does not end in CR LF');
  text.split('\r\n').forEach((line, n) => {
    const octets = Buffer.byteLength(line);
    if (octets > 75) fail(path, `line ${n + 1} has ${octets} octets; 75 are allowed`);
    if (line === '' && n < text.split('\r\n').length - 1) fail(path, `line ${n + 1} is empty`);
  });
  let calendar;
  try {
    ICAL.design.strict = true;
    calendar = new ICAL.Component(ICAL.parse(text));
  } catch (error) {
    fail(path, `cannot be read: ${error.message}`);
    return 0;
  }
  if (calendar.name !== 'vcalendar') fail(path, `is a ${calendar.name}`);
  if (calendar.getFirstPropertyValue('version') !== '2.0') fail(path, 'VERSION is not 2.0');
  if (!calendar.getFirstPropertyValue('prodid')) fail(path, 'PRODID is missing');
  const zones = new Set(calendar.getAllSubcomponents('vtimezone').map((z) => z.getFirstPropertyValue('tzid')));
  const ids = new Set();
  const events = calendar.getAllSubcomponents('vevent');
  if (!events.length) fail(path, 'has no event');
  events.forEach((event, n) => {
    const name = `event ${n + 1}`;
    for (const wanted of ['uid', 'dtstamp', 'dtstart', 'summary']) {
      const given = event.getAllProperties(wanted);
      if (given.length !== 1) fail(path, `${name} has ${given.length} of ${wanted.toUpperCase()}, not one`);
    }
    const id = event.getFirstPropertyValue('uid');
    if (ids.has(id)) fail(path, `${name} repeats the UID ${id}`);
    ids.add(id);
    const stamp = event.getFirstProperty('dtstamp');
    if (stamp && !String(stamp.toJSON()[3]).endsWith('Z')) fail(path, `${name} has a DTSTAMP that is not in UTC`);
    const start = event.getFirstProperty('dtstart');
    if (!start || start.type === 'date') return;
    const zone = start.getParameter('tzid');
    const utc = String(start.toJSON()[3]).endsWith('Z');
    if (!zone && !utc) fail(path, `${name} starts at a time without a time zone`);
    if (zone && !zones.has(zone)) fail(path, `${name} names the time zone ${zone}, which the calendar does not define`);
    const end = event.getFirstPropertyValue('dtend');
    if (end && end.compare(event.getFirstPropertyValue('dtstart')) <= 0) fail(path, `${name} ends before it starts`);
  });
  return events.length;
}
