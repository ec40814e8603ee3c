// SC-01: a report that is confidential until the Ombudsman publishes it, considered in private.
//
// Registered, planned in private with a first notice that is a day late, agreed as urgent, put on the agenda, decided.
// Until the end the public learns that there is an item 59, and on what ground it is private; nothing else.

import assert from 'node:assert/strict';

import { anybody, publicWords, plain, says, saysNot, signIn } from './desk.mjs';
import { docx, pdf } from './files.mjs';

export const SAFE_TITLE = 'Consideration of and decision on the report of the Local Government and Social Care Ombudsman dated 21 January 2021';
export const ITEM = '/meetings/2021-03-11-cabinet/items/59';

// What nobody outside may learn: reference, subject, service, the papers' names and words.
export const SECRETS = ['19 015 597', '19-015-597', '19015597', 'Larkfield', 'respite', 'Quillon', 'p1.pdf', 'p2.docx', 'p3.pdf'];

export const FILES = {
  p1: { name: 'p1.pdf', mimeType: 'application/pdf', buffer: pdf('The Ombudsman on respite care at Larkfield') },
  p2: { name: 'p2.docx', mimeType: 'application/octet-stream', buffer: docx('The director names a worker, Quillon, at Larkfield') },
  p3: { name: 'p3.pdf', mimeType: 'application/pdf', buffer: pdf('The executive answers on respite care at Larkfield') },
};

export const MINUTE = 'Cabinet agreed option A. The officer who advised the family was still in training at the time,\nand Cabinet asked that nobody in training decides alone.';

const REASON = 'The Ombudsman sent the report in confidence and has asked that nothing of it be disclosed before it is published.';

export async function sc01(open, site) {
  const told = await registered(open, site);
  await noticed(open, site, told);
  await agendaPublished(open, site, told);
  await decided(open, site, told);
  return told;
}

// 21 January: the link officer registers, the clerk plans the meeting, the monitoring officer plans the item in private.
async function registered(open, site) {
  await site.on('2021-01-21');
  const link = await signIn(open, site.base, 'link');
  const told = { case: await link.does('/desk/cases/register', {
    reference: '19 015 597', kind: 'report', dated: '21 January 2021', received: '21 January 2021',
    subject: 'Respite care at Larkfield', services: 'Short breaks', complainant: 'Ms Q', embargo: 'event',
  }) };
  says(await link.read(), 'Report under section 30, 19 015 597, dated 21 January 2021', 'Last day Tuesday 20 April 2021', 'Last working day Tuesday 20 April 2021', SAFE_TITLE);
  const known = await link.cannot('/desk/cases/register', { reference: '19015597', kind: 'report', dated: '2021-01-21', received: '21/01/2021', subject: 'The same', embargo: 'event' });
  says(known, 'on record');
  const personal = [['R1', 'Apologise', ''], ['R2', 'Pay for the delay', '100'], ['R3', 'Pay for distress', '300'], ['R4', 'Pay for what was missed', '500']];
  for (const [label, words, amount] of personal) {
    await link.does(`${told.case}/recommend`, { label, nature: 'personal', words, rule: 'four_weeks', amount });
  }
  for (const label of ['R5', 'R6', 'R7', 'R8']) {
    await link.does(`${told.case}/recommend`, { label, nature: 'service_improvement', words: `Improve the service: ${label}`, rule: 'none' });
  }
  let data = await link.json(told.case);
  assert.deepEqual(data.recommendations.slice(0, 4).map((r) => r.due_on), Array(4).fill('2021-02-18'));
  assert.equal(data.total_pence, 90000);
  assert.deepEqual(data.owed.map((o) => [o.duty, o.due_on, o.last_working_day]), [['lgsco_report_consider_and_notify', '2021-04-20', '2021-04-20']]);
  // Who prepares and decides must be able to read it while the embargo stands.
  await link.does(`${told.case}/readers`, { groups: ['body:cabinet', 'role:democratic_services', 'role:service_director'] });

  const clerk = await signIn(open, site.base, 'clerk');
  told.meeting = await clerk.does('/desk/meetings/plan', { body: 'Cabinet', on: '11 March 2021', starts: '17:00', place: 'Council Chamber' });
  const id = told.case.split('/').pop();
  await clerk.go(`${told.meeting}/add-item`);
  says(await clerk.read(), SAFE_TITLE);
  const tells = await clerk.cannot(`${told.meeting}/add-item`, { number: '59', title: 'Larkfield', ombudsman_paper: id, public_title: 'Report 19 015 597 on respite care' });
  says(tells, 'says too much');
  told.item = await clerk.does(`${told.meeting}/add-item`, { number: '59', title: 'Respite care at Larkfield: report of the Ombudsman', ombudsman_paper: id });
  assert.equal((await clerk.json(told.item)).item.public_title, SAFE_TITLE);

  const words = await link.page(told.case);
  says(words, 'Thursday 18 February 2021', 'due before members meet: 18 February 2021 is 21 days before the meeting of 11 March 2021; officer agreement needed', 'Money in all: £900');
  data = await link.json(told.case);
  assert.deepEqual(data.recommendations.map((r) => r.warnings.length), [1, 1, 1, 1, 0, 0, 0, 0]);

  const monitoring = await signIn(open, site.base, 'monitoring');
  const empty = await monitoring.cannot(`${told.item}/private`, { ground: 'reg4_2a' });
  says(empty, 'What makes it confidential', 'The terms, the enactment or the order', "The monitoring officer's reason");
  await monitoring.does(`${told.item}/private`, {
    ground: 'reg4_2a', limb: 'government_department', why: "The Ombudsman's letter forbids disclosure before publication", reason: REASON,
  });
  // The warning is kept with the plan and bars nothing.
  says(await monitoring.read(), 'Warning', 'The Ombudsman is not a government department', 'section 100A(3)(a)',
    'First notice: by Wednesday 10 February 2021', 'Second notice: by Wednesday 3 March 2021', 'Friday 5 March 2021');
  const plan = (await monitoring.json(told.item)).plan;
  assert.deepEqual([plan.ground.ground, plan.ground.limb, plan.reason], ['reg4_2a', 'government_department', REASON]);
  assert.deepEqual(plan.warnings.map((w) => w.code), ['ombudsman_is_no_department']);

  // Another officer sees an item by its safe title, and nothing of the case.
  const legal = await signIn(open, site.base, 'legal');
  saysNot(await legal.page(told.item), ...SECRETS);
  saysNot(await legal.page(`${told.meeting}`), ...SECRETS);
  assert.equal(await legal.go(told.case), 403);
  for (const person of [link, clerk, monitoring, legal]) await person.context.close();
  return told;
}

// 11 February: the first notice goes out a day late, so the agenda waits for an agreement.
async function noticed(open, site, told) {
  await site.on('2021-02-11');
  const clerk = await signIn(open, site.base, 'clerk');
  await clerk.does(`${told.item}/notice`, { kind: 'first', published_on: '11 February 2021' });
  says(await clerk.read(), 'The first notice was published on 11 February 2021', 'Stops the agenda', 'SI 2012/2089, regulation 5(2)');
  const late = await clerk.cannot(`${told.meeting}/publish`, { reason: 'Agenda published' });
  says(late, 'due by Wednesday 10 February 2021', 'published on Thursday 11 February 2021, one day late', 'regulation 5(2)');
  assert.equal((await anybody(site.base, ITEM)).status, 404);

  const agreed = { name: 'Councillor Oriel Hensby', on: '11 February 2021', reason: 'The reply to the Ombudsman is due before the next meeting of Cabinet.' };
  const substitute = await clerk.cannot(`${told.item}/agreement`, { ...agreed, capacity: 'chair_of_authority' });
  says(substitute, 'could not act: say why');
  says(await clerk.cannot(`${told.item}/agreement`, { ...agreed, capacity: 'chair_of_scrutiny', on: '12 March 2021' }), 'not before');
  await clerk.does(`${told.item}/agreement`, { ...agreed, capacity: 'chair_of_scrutiny' });
  says(await clerk.read(), 'agreed on 11 February 2021', 'Publish the reasons', 'regulation 5(7)');

  const link = await signIn(open, site.base, 'link');
  const director = await signIn(open, site.base, 'director');
  told.p1 = await link.does(`${told.item}/add-paper`, { title: "The Ombudsman's report on Larkfield", whose: 'ombudsman', file: FILES.p1 });
  told.p2 = await director.does(`${told.item}/add-paper`, { title: "The director's report on Larkfield", file: FILES.p2 });
  told.p3 = await link.does(`${told.item}/add-paper`, { title: "The executive's report on Larkfield", file: FILES.p3 });
  const monitoring = await signIn(open, site.base, 'monitoring');
  for (const paper of [told.p1, told.p2, told.p3]) {
    await monitoring.does(`${paper}/restrict`, {
      kind: 'confidential', limb: 'government_department', why: "The Ombudsman's letter forbids disclosure before publication",
      public_reason: 'It was sent in confidence.', groups: ['body:cabinet', 'role:service_director'], review_on: '11 August 2021',
    });
    says(await monitoring.read(), 'The Ombudsman is not a government department');
  }
  for (const person of [clerk, link, director, monitoring]) await person.context.close();
}

// 2 March: the second notice and the agenda. What the public gets, and what members get.
async function agendaPublished(open, site, told) {
  await site.on('2021-03-02');
  const clerk = await signIn(open, site.base, 'clerk');
  await clerk.does(`${told.item}/notice`, { kind: 'reasons', published_on: '12 February 2021', words: 'The reply is due before the next meeting.' });
  await clerk.does(`${told.item}/notice`, { kind: 'second', published_on: '2 March 2021' });
  assert.deepEqual((await clerk.json(told.item)).in_the_way, []);
  const members = (await clerk.go(`${told.p3}/serve`), await clerk.tab.locator('[name=members]').evaluateAll((all) => all.map((e) => e.value)));
  assert.ok(members.length > 5, 'the members in office are offered');
  told.members = members;
  told.served = members.slice(0, 3);
  await clerk.does(`${told.p3}/serve`, { members: told.served, served_on: '1 March 2021', how: 'By hand' });
  await clerk.go(`${told.meeting}/publish`);
  const preview = await clerk.read();
  says(preview, 'What the public will see', SAFE_TITLE, 'Files that the public can open None.');
  saysNot(preview.split('What the public will see')[1].split('What is published')[0], ...SECRETS);
  await clerk.does(`${told.meeting}/publish`, { reason: 'Agenda published' });

  const item = await publicWords(site.base, ITEM);
  says(item, SAFE_TITLE, '59', 'regulation 4(2)(a)', REASON);
  await givesNothingAway(site.base);
  await answersLikeNothing(site.base, told);
  await membersRoom(open, site, told);
  await clerk.context.close();
}

// Every public list, feed and program's answer, searched for what is not to be known.
async function givesNothingAway(base) {
  const pages = ['/', '/meetings', '/meetings/2021-03-11-cabinet', ITEM, '/changes', '/issues', '/decisions', '/ombudsman', '/restrictions', '/versions/item/2021-03-11-cabinet/59'];
  const others = ['/restrictions.csv', '/calendar.ics', '/sitemap.xml', '/openapi.json'];
  const found = new Set([...pages, ...pages.map((p) => (p === '/' ? '/index.json' : `${p}.json`)), ...others]);
  for (const address of found) {
    const { text } = await anybody(base, address);
    for (const [, to] of text.matchAll(/(?:href="|<loc>)(?:https?:\/\/[^/"<]*)?(\/(?:feeds\/[^"<?]+\.atom|sitemaps\/[^"<]+))/g)) found.add(to);
  }
  for (const secret of SECRETS) {
    const asked = `/search?q=${encodeURIComponent(secret)}`;
    const results = (await anybody(base, `/search.json?q=${encodeURIComponent(secret)}`)).text;
    assert.ok(!results.includes('2021-03-11-cabinet'), `a search for “${secret}” does not find the item: ${results.slice(0, 500)}`);
    assert.ok(!(await anybody(base, asked)).text.includes('2021-03-11-cabinet'));
  }
  assert.ok([...found].some((a) => a.startsWith('/feeds/')) && [...found].some((a) => a.startsWith('/sitemaps/')), 'feeds and site maps were found');
  for (const address of found) {
    const { status, text } = await anybody(base, address);
    assert.ok([200, 404].includes(status), `${address} answers ${status}`);
    const seen = SECRETS.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
    assert.deepEqual(seen, [], `${address} gives something away`);
  }
  const page = (await anybody(base, ITEM)).text;
  assert.ok(!/\/documents\/|\.pdf|\.docx|\b\d+ (?:KB|bytes)\b/i.test(page.split('<main')[1]), 'no document and no size is named');
  const restrictions = JSON.parse((await anybody(base, '/restrictions.json')).text);
  assert.ok(!JSON.stringify(restrictions).includes('2021-03-11'), 'the public list of restrictions does not know the papers');
}

// A withheld file is asked for like something that was never there, with the same answer.
async function answersLikeNothing(base, told) {
  const like = (answer, address) => [answer.status, answer.headers.get('content-type'), plain(answer.text).replaceAll(address, 'ADDRESS').replaceAll(encodeURIComponent(address), 'ADDRESS')];
  const nothing = like(await anybody(base, '/documents/999999'), '/documents/999999');
  assert.equal(nothing[0], 404);
  const newest = await newestDocument(base);
  for (let number = newest + 1; number <= newest + 5; number += 1) {
    for (const address of [`/documents/${number}`, `/documents/${number}/p3/file`, `/documents/${number}/p3`]) {
      assert.equal((await anybody(base, address)).status, 404, address);
    }
    assert.deepEqual(like(await anybody(base, `/documents/${number}`), `/documents/${number}`), nothing);
  }
  for (const part of ['', '/versions/1/file', '/restrict', '.json']) {
    const [held, none] = [`${told.p2}${part}`, `/desk/papers/999999${part}`];
    const [a, b] = [await anybody(base, held), await anybody(base, none)];
    const seen = (answer, own) => [answer.status, (answer.headers.get('location') ?? '').replaceAll(encodeURIComponent(own), 'HERE'), answer.text.replaceAll(own, 'HERE')];
    assert.deepEqual(seen(a, held), seen(b, none), `${held} answers like ${none}`);
    assert.equal(a.headers.get('cache-control'), 'no-store');
    saysNot(a.text, ...SECRETS);
  }
}

async function newestDocument(base) {
  const numbers = [];
  const { text } = await anybody(base, '/sitemap.xml');
  const maps = [...text.matchAll(/<loc>https?:\/\/[^/]*(\/[^<]*)<\/loc>/g)].map((m) => m[1]);
  for (const map of maps) {
    for (const [, number] of (await anybody(base, map)).text.matchAll(/\/documents\/(\d+)/g)) numbers.push(Number(number));
  }
  return Math.max(0, ...numbers);
}

// A member of Cabinet finds the director's report among the members' papers; another member finds nothing; both are logged.
async function membersRoom(open, site, told) {
  const member = await signIn(open, site.base, 'member');
  says(await member.page('/members'), "The director's report on Larkfield", 'Restricted');
  await member.page(told.p2);
  const file = await member.ask(`${told.p2}/versions/1/file`);
  assert.deepEqual([file.status(), file.headers()['cache-control']], [200, 'no-store']);
  assert.ok((await file.body()).equals(FILES.p2.buffer), 'the member gets the file as it was sent');
  const backbench = await signIn(open, site.base, 'backbench');
  saysNot(await backbench.page('/members'), 'Larkfield');
  for (const address of [told.p2, `${told.p2}/versions/1/file`]) {
    const answer = await backbench.ask(address);
    assert.equal(answer.status(), 404, address);
    saysNot(await answer.text(), ...SECRETS);
  }
  const monitoring = await signIn(open, site.base, 'monitoring');
  const log = await monitoring.json('/desk/access-log');
  const paper = Number(told.p2.split('/').pop());
  const of = (who) => log.filter((entry) => entry.who === who && entry.working_paper_id === paper).map((entry) => entry.what);
  assert.ok(of('Councillor Maribel Ostergate').includes('opened'), 'the member opened it');
  assert.ok(of('Councillor Kwabena Littlemore').some((what) => what.startsWith('refused')), 'the other was refused');
  says(await monitoring.page('/desk/access-log'), 'Councillor Maribel Ostergate', 'Councillor Kwabena Littlemore');
  for (const person of [member, backbench, monitoring]) await person.context.close();
}

// 11 March: Cabinet takes option A, and adopts the executive's report, which goes to everybody who must have it.
async function decided(open, site, told) {
  await site.on('2021-03-11');
  const clerk = await signIn(open, site.base, 'clerk');
  await clerk.does(`${told.item}/decision`, {
    option: 'A', text: 'That option A be taken.', reasons: 'It meets every recommendation.', options_rejected: 'None', interests: 'None',
    adopts: told.p3.split('/').pop(),
  });
  const item = await clerk.json(told.item);
  assert.deepEqual([item.decision.option, item.decision.adopts], ['A', Number(told.p3.split('/').pop())]);
  says(await clerk.read(), 'Option taken', "The executive's report on Larkfield");
  const paper = await clerk.json(told.p3);
  assert.deepEqual(paper.circulations.map((c) => [c.to_whom, c.in_confidence]), [['all members and the monitoring officer', true]]);
  const everybody = [...told.members, 'Desmond Achterberg'].sort();
  assert.deepEqual(paper.receipts.map((r) => r.person).sort(), everybody);
  for (const receipt of paper.receipts) {
    const before = told.served.includes(receipt.person);
    assert.deepEqual([receipt.served_on, receipt.circulation_id !== null], [before ? '2021-03-01' : null, true], receipt.person);
  }
  const words = await clerk.page(told.p3);
  says(words, 'To all members and the monitoring officer', 'section 5A(8)', 'in confidence', `3 of ${everybody.length} served`, '1 March 2021, By hand (served before: not sent again)', 'To be served');

  const backbench = await signIn(open, site.base, 'backbench');
  await backbench.does(`${told.item}/follow`);
  await clerk.does(`${told.item}/minute`, { public_words: MINUTE, private_words: 'Cabinet was told about Quillon at Larkfield.' });
  assert.equal((await clerk.json(told.item)).minute.public_words, MINUTE);
  // What was decided on a report under embargo waits for the Ombudsman; the public minute was written for the public.
  const ready = await clerk.page(`${told.meeting}/publish`);
  says(ready, 'Public minute of item 59', 'says nothing of what the embargo covers');
  saysNot(ready, 'Decision of item 59');
  await clerk.does(`${told.item}/minute`, { public_words: `${MINUTE}\nIt was about Larkfield.`, private_words: 'Cabinet was told about Quillon at Larkfield.' });
  says(await clerk.cannot(`${told.meeting}/publish`, { reason: 'Minute published', read: ['yes'] }), 'the public minute of item 59 says too much');
  await clerk.does(`${told.item}/minute`, { public_words: MINUTE, private_words: 'Cabinet was told about Quillon at Larkfield.' });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Minute published', read: ['yes'] });
  const shown = await publicWords(site.base, ITEM);
  says(shown, ...MINUTE.split('\n'));
  saysNot(shown, 'That option A be taken', 'Quillon', 'Larkfield');
  await givesNothingAway(site.base);
  for (const person of [clerk, backbench]) await person.context.close();
}
