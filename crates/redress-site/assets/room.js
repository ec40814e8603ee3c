// Lets a member keep a meeting on this device, lists what is kept, and keeps a note that cannot be sent until it can.
// Without this script every page and form of the room works by itself.
(() => {
  "use strict";
  const place = document.getElementById("room");
  if (!place) return;
  const account = Number(place.dataset.account);
  const PREFIX = "redress-room-";
  const NOTES = "redress-notes-";
  const own = `${NOTES}${account}`;
  const tell = (words, ...more) => {
    place.replaceChildren(...(words ? [words] : []), ...more);
    place.className = words || more.length ? "govuk-inset-text" : "";
  };
  const button = (words, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "govuk-button govuk-button--secondary", textContent: words });
    made.addEventListener("click", async () => { made.disabled = true; await act(made); });
    return made;
  };
  const line = (words) => Object.assign(document.createElement("p"), { className: "govuk-body", textContent: words });

  // Notes wait here until the council has them. Those of whoever was signed in before are nobody's to send.
  Object.keys(localStorage).filter((name) => name.startsWith(NOTES) && name !== own).forEach((name) => localStorage.removeItem(name));
  const waiting = () => { try { return JSON.parse(localStorage.getItem(own)) || []; } catch { return []; } };
  const wait = (notes) => { if (notes.length) localStorage.setItem(own, JSON.stringify(notes)); else localStorage.removeItem(own); };
  const told = (more = "") => {
    const n = waiting().length;
    const refused = waiting().filter((note) => note.refused).flatMap((note) => [
      line(`Not taken: “${note.fields.words}”. ${note.refused}`),
      button("Remove this note from this device", () => { wait(waiting().filter((one) => one.id !== note.id)); told(); }),
    ]);
    tell([n ? `${n} ${n === 1 ? "note is" : "notes are"} kept on this device and not yet at the council.` : "", more].filter(Boolean).join(" "), ...refused);
  };

  let sending = false;
  const flush = async () => {
    if (sending || !waiting().length || !navigator.onLine) return told();
    sending = true;
    let stuck = "";
    try {
      // The list is read anew after each answer: a note may be added meanwhile. One that was refused holds up no other.
      const next = () => waiting().find((note) => !note.refused);
      for (let first = next(); first; first = next()) {
        const address = `/members/meetings/${first.meeting}/note`;
        // The form's own token: the page may have been kept in an earlier session.
        const form = await fetch(`${address}.json`, { cache: "no-store", redirect: "manual" });
        if (!form.ok) { stuck = "Sign in again to send them."; break; }
        const { form_token: token } = await form.json();
        const headers = { "content-type": "application/json", "x-form-token": token };
        const came = await fetch(address, { method: "POST", headers, body: JSON.stringify(first.fields), redirect: "manual", cache: "no-store" });
        if (came.status === 422) {
          const refused = ((await came.json()).problems || []).map((p) => p.message).join(". ") || "The council refused it";
          wait(waiting().map((note) => (note.id === first.id ? { ...note, refused } : note)));
          continue;
        }
        if (!came.ok) break;
        wait(waiting().filter((note) => note.id !== first.id));
      }
    } catch {
      // No connection: they stay here.
    }
    sending = false;
    told(stuck);
  };
  document.querySelectorAll("form[data-note]").forEach((form) => form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    const filled = new FormData(form);
    const fields = Object.fromEntries(["item", "page", "words"].map((name) => [name, String(filled.get(name) || "")]).filter(([, value]) => value));
    if (!fields.words) { tell("Write the note."); return; }
    try { wait([...waiting(), { id: crypto.randomUUID(), meeting: Number(form.dataset.note), fields }]); } catch { tell("This device has no room for the note."); return; }
    form.reset();
    told();
  }));

  // What is kept goes with the session: nobody else at this device reads it.
  document.querySelectorAll('form[action="/desk/sign-out"]').forEach((form) => form.addEventListener("submit", (event) => {
    const n = waiting().length;
    if (n && !confirm(`${n} kept here are not yet at the council. Signing out removes them from this device.`)) { event.preventDefault(); return; }
    localStorage.removeItem(own);
    if (window.caches) caches.keys().then((names) => names.filter((name) => name.startsWith(PREFIX)).forEach((name) => caches.delete(name)));
  }));
  window.addEventListener("online", flush);
  flush();

  if (!("serviceWorker" in navigator) || !window.caches) return;
  const ready = navigator.serviceWorker.register("/members/worker.js", { scope: "/members/" }).then(() => navigator.serviceWorker.ready);
  const say = async (message) => {
    const worker = (await ready).active;
    return new Promise((done) => {
      const line = new MessageChannel();
      line.port1.onmessage = (event) => done(event.data.done);
      worker.postMessage({ account, ...message }, [line.port2]);
    });
  };
  const isKept = (meeting) => caches.has(`${PREFIX}${account}-${meeting}`);

  const keep = document.getElementById("keep");
  const offer = async () => {
    const { meeting } = keep.dataset;
    const here = await isKept(meeting);
    keep.replaceChildren(here
      ? button("Remove this meeting from this device", async () => { await say({ ask: "drop", meeting: Number(meeting) }); offer(); })
      : button("Keep this meeting on this device", async (made) => {
        made.textContent = "Keeping it…";
        const done = await say({ ask: "keep", meeting: Number(meeting) });
        await offer();
        if (!done) keep.append(line("It could not be kept. Try again with a connection."));
      }));
    if (here) keep.prepend(line("This meeting is kept on this device."));
  };
  if (keep) offer();

  const list = document.getElementById("kept");
  const listed = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !name.endsWith("-around"));
    if (!names.length) return;
    const all = document.createElement("ul");
    all.className = "redress-entries";
    for (const name of names) {
      const meeting = Number(name.split("-").pop());
      const address = `/members/meetings/${meeting}`;
      const box = await caches.open(name);
      const page = await box.match(address);
      if (!page) continue;
      const title = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("h1");
      const entry = document.createElement("li");
      entry.className = "redress-entry";
      const link = Object.assign(document.createElement("a"), { className: "govuk-link", href: address, textContent: title ? title.textContent : address });
      const files = (await box.keys()).length - 1;
      entry.append(link, line(`${files} ${files === 1 ? "file" : "files"}`), button("Remove it from this device", async () => { await say({ ask: "drop", meeting }); location.reload(); }));
      all.append(entry);
    }
    if (all.children.length) list.replaceChildren(all);
  };
  if (list) listed();
})();
