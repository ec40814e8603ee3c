// SC-01: a report that is confidential until the Ombudsman publishes it, considered in private.
//
// Registered with its case, planned in private with a first notice that is a day late, agreed as urgent, put on the agenda, decided.
// Until the end the public learns that there is an item 59, and on what ground it is private; nothing else.

import assert from 'node:assert/strict';

import { docx, pdf } from './files.mjs';
import { onePersonIsTold } from './letters.mjs';
import { anybody, choice, numberOf, plain, publicWords, says, saysNot } from './words.mjs';

export const SAFE_TITLE = 'Consideration of and decision on the report of the Local Government and Social Care Ombudsman dated 21 January 2021';
export const ITEM = '/meetings/2021-03-11-cabinet/items/59';

// The one who follows item 59.
export const FOLLOWER = 'backbench@thornmere.example';

// What nobody outside may learn: reference, subject, service, the papers' names and words.
export const SECRETS = ['19 015 597', '19-015-597', '19015597', 'Larkfield', 'respite', 'Quillon', 'p1.pdf', 'p2.docx', 'p3.pdf'];

export const FILES = {
  p1: { name: 'p1.pdf', mimeType: 'application/pdf', buffer: pdf('The Ombudsman on respite care at Larkfield') },
  p2: { name: 'p2.docx', mimeType: 'application/octet-stream', buffer: docx('The director names a worker, Quillon, at Larkfield') },
  p3: { name: 'p3.pdf', mimeType: 'application/pdf', buffer: pdf('The executive answers on respite care at Larkfield') },
};

export const MINUTE = 'Cabinet agreed option A. The officer who advised the family was still in training at the time,\nand Cabinet asked that nobody in training decides alone.';

const REASON = 'The Ombudsman sent the report in confidence and has asked that nothing of it be disclosed before it is published.';

export async function sc01(people, site) {
  const told = await registered(people, site);
  await noticed(people, site, told);
  await agendaPublished(people, site, told);
  await decided(people, site, told);
  return told;
}

// 21 January: the link officer registers, the clerk plans the meeting, the monitoring officer plans the item in private.
async function registered(people, site) {
  await site.on('2021-01-21');
  const link = await people.as(site, 'link');
  const told = { paper: await link.does('/desk/cases/register', {
    reference: '19 015 597', kind: 'report', dated: '21 January 2021', received: '21 January 2021',
    subject: 'Respite care at Larkfield', services: 'Short breaks', complainant: 'Ms Q', embargo: 'event',
  }, { check: ['Check your answers', 'Last day Tuesday 20 April 2021', 'section 31(2)', 'Proof needed'] }) };
  await link.sees(told.paper, {
    words: ['Report under section 30, 19 015 597, dated 21 January 2021', 'Last day Tuesday 20 April 2021', 'Last working day Tuesday 20 April 2021', SAFE_TITLE],
    data: (data) => {
      assert.equal(data.embargo.safe_title, SAFE_TITLE);
      const reply = data.duties.find((d) => d.duty === 'lgsco_report_consider_and_notify');
      assert.deepEqual([reply.due_on, reply.last_working_day, reply.state], ['2021-04-20', '2021-04-20', 'running']);
      // The notice waits for publication: until then it has no day but the Act's own, beside.
      const notice = data.duties.find((d) => d.duty === 'lgsco_report_public_notice');
      assert.deepEqual([notice.due_on, notice.other_due_on, notice.state], [null, '2021-02-04', 'not_started']);
    },
  });
  told.case = `/desk/cases/${(await link.json(told.paper)).cases[0][0]}`;
  const known = await link.cannot('/desk/cases/register', { reference: '19015597', kind: 'report', dated: '2021-01-21', received: '21/01/2021', subject: 'The same', embargo: 'event' });
  says(known, 'on record', told.paper);
  const personal = [[1, 'Apologise', '', 'apology'], [2, 'Pay for the delay', '100', 'payment'], [3, 'Pay for distress', '300', 'payment_distress'], [4, 'Pay for what was missed', '500', 'payment_loss_of_service']];
  for (const [number, words, amount, kind] of personal) {
    await link.does(`${told.paper}/recommend`, { number, nature: 'personal', kinds: [kind], words, rule: 'four_weeks', amount });
  }
  for (const [number, kind] of [[5, 'training'], [6, 'policy'], [7, 'review'], [8, 'information']]) {
    await link.does(`${told.paper}/recommend`, { number, nature: 'service_improvement', kinds: [kind], words: `Improve the service: ${number}`, rule: 'none' });
  }
  const data = await link.json(told.paper);
  assert.deepEqual(data.recommendations.map((r) => r.key), [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `19 015 597/${n}`));
  assert.deepEqual(data.recommendations.map((r) => r.due_on), [...Array(4).fill('2021-02-18'), ...Array(4).fill(null)]);
  assert.equal(data.total_pence, 90000);
  // Who prepares and decides must be able to read it while the embargo stands.
  await link.does(`${told.paper}/readers`, { groups: ['body:cabinet', 'role:democratic_services', 'role:service_director'] });

  const clerk = await people.as(site, 'clerk');
  const cabinet = await choice(clerk, '/desk/meetings/plan', 'body', 'Cabinet');
  told.meeting = await clerk.does('/desk/meetings/plan', { body: cabinet, on: '11 March 2021', starts: '17:00', place: 'Council Chamber' });
  const id = numberOf(told.paper);
  const offered = await clerk.offered(`${told.meeting}/add-item`, 'ombudsman_paper');
  assert.deepEqual(offered.filter(([value]) => Number(value) === id), [[String(id), SAFE_TITLE]]);
  const tells = await clerk.cannot(`${told.meeting}/add-item`, { number: '59', title: 'Larkfield', ombudsman_paper: id, public_title: 'Report 19 015 597 on respite care' });
  says(tells, 'says too much');
  told.item = await clerk.does(`${told.meeting}/add-item`, { number: '59', title: 'Respite care at Larkfield: report of the Ombudsman', ombudsman_paper: id });
  assert.equal((await clerk.json(told.item)).item.public_title, SAFE_TITLE);

  await link.sees(told.paper, {
    words: ['Thursday 18 February 2021', 'due before members meet: 18 February 2021 is 21 days before the meeting of 11 March 2021; officer agreement needed', 'Money in all: £900'],
    data: (now) => assert.deepEqual(now.recommendations.map((r) => r.warnings.length), [1, 1, 1, 1, 0, 0, 0, 0]),
  });

  const monitoring = await people.as(site, 'monitoring');
  const empty = await monitoring.cannot(`${told.item}/private`, { ground: 'reg4_2a' });
  says(empty, 'What makes it confidential', 'The terms, the enactment or the order', "The monitoring officer's reason");
  await monitoring.does(`${told.item}/private`, {
    ground: 'reg4_2a', limb: 'government_department', why: "The Ombudsman's letter forbids disclosure before publication", reason: REASON,
  });
  // The warning is kept with the plan and bars nothing.
  await monitoring.sees(told.item, {
    words: ['Warning', 'The Ombudsman is not a government department', 'section 100A(3)(a)',
      'First notice: by Wednesday 10 February 2021', 'Second notice: by Wednesday 3 March 2021', 'Friday 5 March 2021'],
    data: ({ plan }) => {
      assert.deepEqual([plan.ground.ground, plan.ground.limb, plan.reason], ['reg4_2a', 'government_department', REASON]);
      assert.deepEqual(plan.warnings.map((w) => w.code), ['ombudsman_is_no_department']);
    },
  });

  // Another officer sees an item by its safe title, and nothing of the case.
  const legal = await people.as(site, 'legal');
  await legal.sees(told.item, { not: SECRETS });
  await legal.sees(told.meeting, { not: SECRETS });
  for (const address of [told.paper, told.case]) assert.equal(await legal.go(address), 403);
  for (const person of [link, clerk, monitoring, legal]) await person.leave();
  return told;
}

// 11 February: the first notice goes out a day late, so the agenda waits for an agreement.
async function noticed(people, site, told) {
  await site.on('2021-02-11');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.item}/notice`, { kind: 'first', published_on: '11 February 2021' });
  await clerk.sees(told.item, {
    words: ['The first notice was published on 11 February 2021', 'Stops the agenda', 'SI 2012/2089, regulation 5(2)'],
    data: (item) => assert.ok(item.notices.some((n) => n.kind === 'first' && n.published_on === '2021-02-11') && item.in_the_way.length > 0),
  });
  const late = await clerk.cannot(`${told.meeting}/publish`, { reason: 'Agenda published' });
  says(late, 'due by Wednesday 10 February 2021', 'published on Thursday 11 February 2021, one day late', 'regulation 5(2)');
  assert.equal((await anybody(site.base, ITEM)).status, 404);

  const agreed = { name: 'Councillor Oriel Hensby', on: '11 February 2021', reason: 'The reply to the Ombudsman is due before the next meeting of Cabinet.' };
  const substitute = await clerk.cannot(`${told.item}/agreement`, { ...agreed, capacity: 'chair_of_authority' });
  says(substitute, 'could not act: say why');
  says(await clerk.cannot(`${told.item}/agreement`, { ...agreed, capacity: 'chair_of_scrutiny', on: '12 March 2021' }), 'not before');
  await clerk.does(`${told.item}/agreement`, { ...agreed, capacity: 'chair_of_scrutiny' });
  await clerk.sees(told.item, {
    words: ['agreed on 11 February 2021', 'Publish the reasons', 'regulation 5(7)'],
    data: (item) => assert.deepEqual([item.agreement.on, item.agreement.capacity], ['2021-02-11', 'chair_of_scrutiny']),
  });

  const link = await people.as(site, 'link');
  const director = await people.as(site, 'director');
  told.p1 = await link.does(`${told.item}/add-paper`, { title: "The Ombudsman's report on Larkfield", whose: 'ombudsman', file: FILES.p1 });
  told.p2 = await director.does(`${told.item}/add-paper`, { title: "The director's report on Larkfield", file: FILES.p2 });
  told.p3 = await link.does(`${told.item}/add-paper`, { title: "The executive's report on Larkfield", file: FILES.p3 });
  const monitoring = await people.as(site, 'monitoring');
  for (const paper of [told.p1, told.p2, told.p3]) {
    await monitoring.does(`${paper}/restrict`, {
      kind: 'confidential', limb: 'government_department', why: "The Ombudsman's letter forbids disclosure before publication",
      public_reason: 'It was sent in confidence.', groups: ['body:cabinet', 'role:service_director'], review_on: '11 August 2021',
    });
    await monitoring.sees(paper, { words: ['The Ombudsman is not a government department'] });
  }
  for (const person of [clerk, link, director, monitoring]) await person.leave();
}

// 2 March: the second notice and the agenda. What the public gets, and what members get.
async function agendaPublished(people, site, told) {
  await site.on('2021-03-02');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.item}/notice`, { kind: 'reasons', published_on: '12 February 2021', words: 'The reply is due before the next meeting.' });
  await clerk.does(`${told.item}/notice`, { kind: 'second', published_on: '2 March 2021' });
  assert.deepEqual((await clerk.json(told.item)).in_the_way, []);
  const members = (await clerk.offered(`${told.p3}/serve`, 'members')).map(([value]) => value);
  assert.ok(members.length > 5, 'the members in office are offered');
  told.members = members;
  told.served = members.slice(0, 3);
  await clerk.does(`${told.p3}/serve`, { members: told.served, served_on: '1 March 2021', how: 'By hand' });
  const preview = await clerk.sees(`${told.meeting}/publish`, { words: ['What the public will see', SAFE_TITLE, 'Files that the public can open None.'] });
  if (preview) saysNot(preview.split('What the public will see')[1].split('What is published')[0], ...SECRETS);
  await clerk.does(`${told.meeting}/publish`, { reason: 'Agenda published' });

  const item = await publicWords(site.base, ITEM);
  says(item, SAFE_TITLE, '59', 'regulation 4(2)(a)', REASON);
  await givesNothingAway(site.base);
  await answersLikeNothing(site.base, told);
  await membersRoom(people, site, told);
  await clerk.leave();
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
async function membersRoom(people, site, told) {
  const member = await people.as(site, 'member');
  await member.sees('/members', { words: ["The director's report on Larkfield", 'Restricted'] });
  assert.ok(JSON.stringify(await member.json('/members')).includes("The director's report on Larkfield"));
  await member.sees(told.p2);
  const file = await member.ask(`${told.p2}/versions/1/file`);
  assert.deepEqual([file.status, file.headers['cache-control']], [200, 'no-store']);
  assert.ok(file.bytes.equals(FILES.p2.buffer), 'the member gets the file as it was sent');
  const backbench = await people.as(site, 'backbench');
  await backbench.sees('/members', { not: ['Larkfield'] });
  for (const address of [told.p2, `${told.p2}.json`, `${told.p2}/versions/1/file`]) {
    const answer = await backbench.ask(address);
    assert.equal(answer.status, 404, address);
    saysNot(answer.text, ...SECRETS);
  }
  const monitoring = await people.as(site, 'monitoring');
  const log = await monitoring.json('/desk/access-log');
  const paper = numberOf(told.p2);
  const of = (who) => log.filter((entry) => entry.who === who && entry.working_paper_id === paper).map((entry) => entry.what);
  assert.ok(of('Councillor Maribel Ostergate').includes('opened'), 'the member opened it');
  assert.ok(of('Councillor Kwabena Littlemore').some((what) => what.startsWith('refused')), 'the other was refused');
  await monitoring.sees('/desk/access-log', { words: ['Councillor Maribel Ostergate', 'Councillor Kwabena Littlemore'] });
  for (const person of [member, backbench, monitoring]) await person.leave();
}

// 11 March: Cabinet takes option A, and adopts the executive's report, which goes to everybody who must have it.
async function decided(people, site, told) {
  await site.on('2021-03-11');
  const clerk = await people.as(site, 'clerk');
  // The form has every recommendation chosen; one answer stands for all of them.
  await clerk.does(`${told.item}/answers`, { answer: 'accepted' }, { check: ['Check your answers', 'The answers stand as those of members'] });
  await clerk.does(`${told.item}/decision`, {
    option: 'A', text: 'That option A be taken.', reasons: 'It meets every recommendation.', options_rejected: 'None', interests: 'None',
    adopts: numberOf(told.p3),
  });
  await clerk.sees(told.item, {
    words: ['Option taken', "The executive's report on Larkfield"],
    data: ({ decision }) => assert.deepEqual([decision.option, decision.adopts], ['A', numberOf(told.p3)]),
  });
  const paper = await clerk.json(told.p3);
  assert.deepEqual(paper.circulations.map((c) => [c.to_whom, c.in_confidence]), [['all members and the monitoring officer', true]]);
  const everybody = [...told.members, 'Desmond Achterberg'].sort();
  assert.deepEqual(paper.receipts.map((r) => r.person).sort(), everybody);
  for (const receipt of paper.receipts) {
    const before = told.served.includes(receipt.person);
    assert.deepEqual([receipt.served_on, receipt.circulation_id !== null], [before ? '2021-03-01' : null, true], receipt.person);
  }
  await clerk.sees(told.p3, {
    words: ['To all members and the monitoring officer', 'section 5A(8)', 'in confidence', `3 of ${everybody.length} served`, '1 March 2021, By hand (served before: not sent again)', 'To be served'],
  });

  const backbench = await people.as(site, 'backbench');
  await backbench.does(`${told.item}/follow`);
  await clerk.does(`${told.item}/minute`, { public_words: MINUTE, private_words: 'Cabinet was told about Quillon at Larkfield.' });
  assert.equal((await clerk.json(told.item)).minute.public_words, MINUTE);
  // What was decided on a report under embargo waits for the Ombudsman; the public minute was written for the public.
  await clerk.sees(`${told.meeting}/publish`, { words: ['Public minute of item 59', 'says nothing of what the embargo covers'], not: ['Decision of item 59'] });
  await clerk.does(`${told.item}/minute`, { public_words: `${MINUTE}\nIt was about Larkfield.`, private_words: 'Cabinet was told about Quillon at Larkfield.' });
  says(await clerk.cannot(`${told.meeting}/publish`, { reason: 'Minute published', read: ['yes'] }), 'the public minute of item 59 says too much');
  await clerk.does(`${told.item}/minute`, { public_words: MINUTE, private_words: 'Cabinet was told about Quillon at Larkfield.' });
  const sent = site.mail.letters.length;
  await clerk.does(`${told.meeting}/publish`, { reason: 'Minute published', read: ['yes'] });
  const shown = await publicWords(site.base, ITEM);
  says(shown, ...MINUTE.split('\n'));
  saysNot(shown, 'That option A be taken', 'Quillon', 'Larkfield');
  await onePersonIsTold(site, sent, FOLLOWER, ['Minute published', ITEM], ['Larkfield', 'Quillon']);
  await givesNothingAway(site.base);
  for (const person of [clerk, backbench]) await person.leave();
}
