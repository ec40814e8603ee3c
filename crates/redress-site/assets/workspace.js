// Keeps what is taken down on this device until the council has it, and sends it again after the connection was lost.
// Without this script every form works by itself.
(() => {
  "use strict";
  const place = document.getElementById("workspace");
  if (!place) return;
  const about = place.dataset;
  const clerk = Number(about.clerk);
  const key = `redress-kept-${clerk}-${about.room}`;
  const skew = Date.parse(`${about.now}Z`) - Date.now();
  let last = Number(about.last);
  let newest = about.newest || "";
  let sending = false;
  let stuck = "";

  // Batches of entries in the order in which they were taken down; each was sent at least once before it is kept unchecked.
  const kept = () => { try { return JSON.parse(localStorage.getItem(key)) || []; } catch { return []; } };
  const keep = (batches) => {
    if (batches.length) localStorage.setItem(key, JSON.stringify(batches)); else localStorage.removeItem(key);
    tell();
  };
  const count = () => kept().reduce((sum, batch) => sum + batch.entries.length, 0);

  const tell = (more = "") => {
    const n = count();
    const words = [];
    if (n) words.push(`${n} kept here, not yet at the council.`);
    if (stuck) words.push(stuck);
    if (more) words.push(more);
    place.textContent = words.join(" ");
    place.className = words.length ? "govuk-inset-text" : "";
  };

  // The time of the council's clock, and never before what this page has seen.
  const stamp = () => {
    let at = new Date(Date.now() + skew).toISOString().slice(0, 23);
    if (newest && at <= newest) at = new Date(Date.parse(`${newest.slice(0, 23)}Z`) + 2).toISOString().slice(0, 23);
    newest = at;
    return at;
  };
  const next = () => {
    const own = kept().flatMap((batch) => batch.entries.map((entry) => entry.number));
    return Math.max(last, 0, ...own) + 1;
  };

  // What was taken down without a connection can be voted on, amended and answered at once.
  const offer = (kind, value, words) => {
    const form = document.querySelector(`form[data-kind="${kind}"]`);
    const select = form && form.querySelector("select");
    if (select) { select.append(new Option(words, value, true, true)); return; }
    const group = form && form.querySelector(".govuk-radios");
    if (!group || group.querySelector(`[value="${value}"]`)) return;
    const item = document.createElement("div");
    item.className = "govuk-radios__item";
    const input = Object.assign(document.createElement("input"), { type: "radio", className: "govuk-radios__input", id: `${kind}-${value}`, name: { vote: "on", amend: "motion", answer: "question" }[kind], value, checked: true });
    const label = Object.assign(document.createElement("label"), { className: "govuk-label govuk-radios__label", htmlFor: input.id, textContent: words });
    item.append(input, label);
    group.append(item);
  };
  const wordsOf = new Map();
  const offerKept = () => kept().forEach((batch) => batch.entries.forEach((one) => {
    const value = `${clerk}-${one.number}`;
    if (one.event === "moved") { wordsOf.set(value, one.words); offer("vote", value, one.words); offer("amend", value, one.words); }
    if (one.event === "amended") { wordsOf.set(value, one.after); offer("vote", value, one.after); }
    if (one.event === "asked") { wordsOf.set(value, one.words); offer("answer", value, one.words); }
  }));

  // What each form comes to. Names of fields are those of the forms; names of entries are those of the record.
  const entry = (word) => { const [c, n] = (word || "").split("-"); return { clerk: Number(c), number: Number(n), ...(wordsOf.has(word) ? { kept: true } : {}) }; };
  const number = (word) => (word ? Number(word) : null);
  const count0 = (word) => Number(word || 0);
  const sides = ["for", "against", "abstained", "did_not_vote"];
  const chosen = (form, name) => sides.flatMap((side) => form.getAll(`${name}_${side}`).map((m) => [Number(m), side]));
  const voters = () => [...document.querySelectorAll('form[data-kind="vote"] [name="named_for"]')].map((box) => Number(box.value));
  const figures = (form) => ({ for: count0(form.get("for")), against: count0(form.get("against")), abstained: count0(form.get("abstained")), did_not_vote: count0(form.get("did_not_vote")) });
  const taking = (form) => {
    const vote = { taken: form.get("taken"), casting: null, origin: { origin: "typed", by: about.by, at: stamp() } };
    if (vote.taken === "counted") Object.assign(vote, figures(form), { own: chosen(form, "own") });
    if (vote.taken === "named") {
      vote.votes = chosen(form, "named");
      const ticked = new Set(vote.votes.map(([m]) => m));
      if (form.get("rest")) voters().filter((m) => !ticked.has(m)).forEach((m) => vote.votes.push([m, form.get("rest")]));
    }
    if (form.get("casting")) vote.casting = { by: Number(about.presiding), for: form.get("casting") === "for" };
    return vote;
  };
  const lines = (text) => (text || "").split("\n").map((line) => line.trim()).filter(Boolean);
  const bare = (label) => label.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");
  const kinds = {
    open: () => [{ event: "opened" }],
    close: () => [{ event: "closed" }],
    resume: () => [{ event: "resumed" }],
    readmit: () => [{ event: "readmitted" }],
    preside: (f) => [{ event: "presided", member: number(f.get("member")) }],
    call: (f) => [{ event: "called", item: f.get("item") }],
    attend: (f) => {
      const all = [...f.getAll("members"), f.get("other")].filter(Boolean).map(Number);
      const what = { arrived: { event: "arrived" }, left: { event: "departed", why: "left" }, left_interest: { event: "departed", why: "interest" } };
      return all.map((member) => what[f.get("what")] ? { ...what[f.get("what")], member } : { event: "apologised", member, substitute: number(f.get("substitute")) });
    },
    interest: (f) => {
      const member = number(f.get("member"));
      const declared = { event: "declared", member, item: f.get("item"), kind: f.get("kind"), nature: f.get("nature"), dispensation: f.get("dispensation") || null };
      return f.get("leaves") ? [declared, { event: "departed", member, why: "interest" }] : [declared];
    },
    // The motion of an exclusion has words of the law that the council writes, so it needs the connection.
    move: (f) => [{ event: "moved", item: f.get("item"), words: f.get("words"), mover: number(f.get("mover")), seconder: number(f.get("seconder")) }],
    amend: (f) => [{ event: "amended", motion: entry(f.get("motion")), before: wordsOf.get(f.get("motion")) || f.get("before"), after: f.get("after"), mover: number(f.get("mover")), seconder: number(f.get("seconder")) }],
    vote: (f) => { const { casting, origin, ...rest } = taking(f); return [{ event: "voted", on: entry(f.get("on")), taking: { ...rest, casting, origin } }]; },
    resolve: (f, at) => [
      { event: "resolved", item: f.get("item"), lines: f.get("clauses") },
      ...lines(f.get("asked")).map((line) => {
        const [label, post, by] = line.split("|").map((part) => part.trim());
        return { event: "charged", resolution: { clerk, number: at, kept: true }, clause: bare(label || ""), post: post || "", by: by || null };
      }),
    ],
    question: (f) => [{ event: "asked", item: f.get("item"), by: f.get("by"), words: f.get("words") }],
    answer: (f) => [{ event: "answered", question: entry(f.get("question")), by: f.get("by"), words: f.get("words") }],
    adjourn: (f) => [{ event: "adjourned", to: f.get("to") || null, why: f.get("why") }],
    write: (f) => f.getAll("items").map((item) => ({ event: "wrote", item, part: f.get("part"), words: f.get("words"), seen: f.get("seen") })),
    strike: (f) => [{ event: "struck", entry: entry(f.get("entry")), why: f.get("why") }],
  };

  const post = async (batch, check) => {
    const body = { entries: batch.entries.map((one) => JSON.stringify(one)).join("\n") };
    if (check) body.check = ["yes"];
    const headers = { "content-type": "application/json", "x-form-token": about.token };
    return fetch(`${about.page}/take-down`, { method: "POST", headers, body: JSON.stringify(body), redirect: "manual", cache: "no-store" });
  };

  // Another device of the same clerk has used a number: these get new ones, and what refers to them follows.
  const renumber = async () => {
    const page = await (await fetch(`${about.page}.json`, { cache: "no-store" })).json();
    last = page.next - 1;
    const given = new Map();
    let free = page.next;
    const batches = kept();
    batches.forEach((batch) => batch.entries.forEach((one) => { given.set(one.number, free); one.number = free; free += 1; }));
    const follow = (one, name) => { if (one[name] && one[name].kept && given.has(one[name].number)) one[name].number = given.get(one[name].number); };
    batches.forEach((batch) => batch.entries.forEach((one) => ["resolution", "motion", "on", "question", "entry"].forEach((name) => follow(one, name))));
    keep(batches);
  };

  // Sends what is kept, the oldest first. What the council cannot take stays here, with its reason.
  const flush = async (form = null) => {
    if (sending || !kept().length) return tell();
    sending = true;
    stuck = "";
    let renumbered = false;
    try {
      for (let batches = kept(); batches.length; batches = kept()) {
        // Only what was typed just now is checked: what waited happened, and is taken as it is.
        const fresh = form && batches.length === 1;
        const answer = await post(batches[0], fresh);
        if (answer.status === 200) {
          const done = await answer.json();
          done.made.acknowledged.forEach((id) => { last = Math.max(last, id.number); });
          keep(kept().slice(1));
          continue;
        }
        if (answer.status === 422) {
          const problems = (await answer.json()).problems || [];
          if (fresh && !problems.some((p) => p.value === "taken")) {
            keep([]);
            sending = false;
            return wrong(form, problems);
          }
          if (!renumbered && problems.some((p) => p.value === "taken")) { renumbered = true; await renumber(); continue; }
          stuck = problems.map((p) => p.message).join(". ");
        } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
          stuck = "Sign in again in another window, then load this page again.";
        }
        break;
      }
    } catch {
      // No connection: they stay here.
    }
    sending = false;
    tell();
    if (form) { form.reset(); form.dataset.typed = ""; offerKept(); }
    if (!kept().length) renew();
  };

  const typed = () => [...document.querySelectorAll("form[data-kind]")].some((form) => form.dataset.typed);
  const renew = () => { if (typed()) tell("There is something new. Load this page again when you have sent what you are writing."); else location.reload(); };

  const wrong = (form, problems) => {
    let box = form.querySelector("[data-wrong]");
    if (!box) {
      box = document.createElement("div");
      box.dataset.wrong = "yes";
      box.className = "govuk-error-message";
      box.setAttribute("role", "alert");
      form.prepend(box);
    }
    box.replaceChildren(...problems.map((p) => { const line = document.createElement("p"); line.textContent = p.message; return line; }));
  };

  document.querySelectorAll("form[data-kind]").forEach((form) => {
    form.addEventListener("input", () => { form.dataset.typed = "yes"; });
    form.addEventListener("submit", (event) => {
      const made = kinds[form.dataset.kind];
      if (!made) return;
      event.preventDefault();
      const first = next();
      const at = stamp();
      const entries = made(new FormData(form), first).map((one, n) => ({ number: first + n, at, ...one }));
      if (!entries.length) { wrong(form, [{ message: "Choose at least one" }]); return; }
      try { keep([...kept(), { entries }]); } catch { wrong(form, [{ message: "This device cannot keep it. Send it when the connection is back" }]); return; }
      flush(form);
    });
  });

  // What is kept goes with the session: nobody else at this device reads it.
  document.querySelectorAll('form[action="/desk/sign-out"]').forEach((form) => form.addEventListener("submit", (event) => {
    const n = count();
    if (n && !confirm(`${n} kept here are not yet at the council. Signing out removes them from this device.`)) return event.preventDefault();
    Object.keys(localStorage).filter((name) => name.startsWith("redress-kept-")).forEach((name) => localStorage.removeItem(name));
  }));

  // From one item to the next by j and k, while the keyboard is in the agenda and not in a field.
  const agenda = document.getElementById("agenda");
  if (agenda) agenda.addEventListener("keydown", (event) => {
    if (!["j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    const titles = [...agenda.querySelectorAll("h3[tabindex]")];
    const here = titles.findIndex((title) => title.parentElement.contains(event.target));
    const to = titles[here + (event.key === "j" ? 1 : -1)];
    if (to) { event.preventDefault(); to.focus(); }
  });

  // Another clerk writes at the same time.
  const look = async () => {
    if (document.hidden || kept().length) return;
    try {
      const page = await (await fetch(`${about.page}.json`, { cache: "no-store", redirect: "manual" })).json();
      const more = page.entries.length + page.withheld.length - Number(about.count);
      if (more > 0) tell(`${more} taken down since you opened this page. Load it again to see ${more === 1 ? "it" : "them"}.`);
    } catch {
      // No connection: nothing to tell.
    }
  };
  setInterval(look, 20000);
  setInterval(() => flush(), 5000);
  window.addEventListener("online", () => flush());
  tell();
  offerKept();
  flush();
})();
