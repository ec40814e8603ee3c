// Keeps on this device the meetings that a member chose, and nothing else; answers from them where there is no connection.
// What may be kept the council says, meeting by meeting; what it says no longer, or to somebody else, is removed.
"use strict";
const PREFIX = "redress-room-";
const AROUND = "around";
const boxOf = (account, what) => `${PREFIX}${account}-${what}`;
const boxes = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
const forget = async (which = () => true) => { for (const name of await boxes()) if (which(name)) await caches.delete(name); };
const ask = (address) => fetch(address, { cache: "no-store", redirect: "manual", credentials: "same-origin" });
const signedOut = (came) => came.type === "opaqueredirect" || came.status === 401;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// Fetches one address into a box; false where it may not be had.
const put = async (box, address, from = address) => {
  const came = await ask(from);
  if (!came.ok) return false;
  await box.put(address, came);
  return true;
};

// Keeps a meeting as the council gives it to a device now: its page, and the files that may be kept.
const keep = async (account, meeting) => {
  const address = `/members/meetings/${meeting}`;
  const told = await ask(`${address}.json?kept=yes`);
  if (signedOut(told)) { await forget(); return false; }
  if (!told.ok) { await caches.delete(boxOf(account, meeting)); return false; }
  const { kept } = await told.json();
  if (kept.account !== account) { await forget((name) => !name.startsWith(`${PREFIX}${kept.account}-`)); return false; }
  const around = await caches.open(boxOf(account, AROUND));
  let whole = true;
  for (const one of kept.around) if (!(await put(around, one))) whole = false;
  const box = await caches.open(boxOf(account, meeting));
  const wanted = new Set(kept.files);
  for (const request of await box.keys()) {
    const path = new URL(request.url).pathname;
    if (path !== address && !wanted.has(path)) await box.delete(request);
  }
  // A version of a file never changes, so it is fetched, and written down as opened, once.
  for (const file of wanted) if (!(await box.match(file)) && !(await put(box, file))) whole = false;
  return (await put(box, address, `${address}?kept=yes`)) && whole;
};

// Looks whether everything that is kept may still be kept.
let looked = 0;
const look = async (now = Date.now()) => {
  const all = await boxes();
  if (!all.length || now - looked < 10000) return;
  looked = now;
  const came = await ask("/members/offline.json");
  if (signedOut(came) || came.status === 403) return forget();
  if (!came.ok) return;
  const { account } = await came.json();
  await forget((name) => !name.startsWith(`${PREFIX}${account}-`));
  for (const name of await boxes()) {
    const meeting = Number(name.slice(`${PREFIX}${account}-`.length));
    if (meeting) await keep(account, meeting);
  }
};

const found = async (request) => {
  const { pathname } = new URL(request.url);
  for (const name of await boxes()) {
    const hit = await (await caches.open(name)).match(pathname);
    if (hit) return hit;
  }
  return undefined;
};

const answer = async (event) => {
  const { request } = event;
  try {
    const came = await fetch(request);
    if (request.mode === "navigate") event.waitUntil(look().catch(() => {}));
    return came;
  } catch (none) {
    const kept = (await found(request)) || (request.mode === "navigate" && (await found({ url: new URL("/members/offline", self.location) })));
    if (kept) return kept;
    throw none;
  }
};

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== self.location.origin) return;
  event.respondWith(answer(event));
});

// What the page asks for; each answer goes back by the port that came with it.
self.addEventListener("message", (event) => {
  const { ask: what, account, meeting } = event.data || {};
  const reply = (told) => event.ports[0] && event.ports[0].postMessage(told);
  const done = (promise) => event.waitUntil(promise.then((told) => reply({ done: told !== false }), () => reply({ done: false })));
  if (what === "keep") done(keep(account, meeting));
  if (what === "drop") done(caches.delete(boxOf(account, meeting)).then(async () => {
    const left = (await boxes()).filter((name) => name !== boxOf(account, AROUND));
    if (!left.length) await forget();
  }));
  if (what === "forget") done(forget());
  if (what === "look") { looked = 0; done(look()); }
});
