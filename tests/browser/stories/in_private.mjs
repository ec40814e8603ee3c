// A report that is confidential until the Ombudsman publishes it, from receipt to the published record: heard in private by Cabinet,
// which adopts the director's report as its own. Every fact of it stands in in_private_facts.mjs.

import assert from 'node:assert/strict';

import { letter, planned, recommended, registered } from './cases.mjs';
import { allStated } from './facts.mjs';
import { pdf } from './files.mjs';
import { DECISION, FACTS, ISSUE, LEFT_OUT, MINUTE, REASON, SCRUTINY } from './in_private_facts.mjs';
import { inTheRoom, minutesPublished } from './meetings.mjs';
import { SAFE_TITLE } from './sc01.mjs';
import { anybody, numberOf, publicWords, says, saysNot } from './words.mjs';

const REFERENCE = '20 900 151';
const ITEM = '/meetings/2021-03-11-cabinet/items/59';
const SCRUTINY_ITEM = '/meetings/2021-02-09-corporate-overview-and-scrutiny-committee/items/6';
const PAGE = 'https://www.ombudsman.example/decisions/20-900-151';
const CHAIR = 'Councillor Audrey Finchwater';
const SECRETS = [REFERENCE, 'personal budgets', 'Children', 'Director'];

// Number, for whom, kind, words, rule, amount.
const ASKED = [
  [1, 'personal', 'apology', 'Apologise.', 'four_weeks', ''],
  [2, 'personal', 'payment_distress', 'Pay for distress.', 'four_weeks', '300'],
  [3, 'service_improvement', 'training', 'Train those who set personal budgets.', 'three_months', ''],
  [4, 'service_improvement', 'policy', 'Say in the policy how a budget is set.', 'three_months', ''],
];

export async function inPrivate(people, site) {
  const told = { public: { item: ITEM, scrutiny: SCRUTINY_ITEM, versions: '/versions/item/2021-03-11-cabinet/59', case: '/ombudsman/cases/20-900-151' } };
  await received(people, site, told);
  await scrutinyMeets(people, site, told);
  await agenda(people, site, told);
  await meetsInPrivate(people, site, told);
  await recordGoesOut(people, site, told);
  assert.deepEqual([FACTS.filter(([number]) => number.startsWith('001-')).length + LEFT_OUT.length, FACTS.length], [42, 46]);
  await allStated(people, site, FACTS, told.public);
}

// 21 January 2021: the report comes under an embargo. The item of Cabinet is planned with a title that gives nothing away, in private.
async function received(people, site, told) {
  await site.on('2021-01-21');
  const link = await people.as(site, 'link');
  const fields = { reference: REFERENCE, kind: 'report', dated: '21 January 2021', subject: 'Personal budgets', services: "Children's Services", complainant: 'Ms B', embargo: 'event', found: 'upheld' };
  Object.assign(told, await registered(link, fields, { check: ['Last day Tuesday 20 April 2021'] }));
  told.remedies = [];
  for (const [number, nature, kind, words, rule, amount] of ASKED) {
    told.remedies.push(await recommended(link, told.paper, { number, nature, kinds: [kind], words, rule, amount }));
  }
  // Officers agree at once: two remedies are due four weeks on, before Cabinet meets.
  for (const remedy of told.remedies) await link.does(`${remedy}/respond`, { answer: 'accepted' });
  await link.sees(told.paper, { words: ['Thursday 18 February 2021'], data: (data) => assert.equal(data.recommendations[0].due_on, '2021-02-18') });
  await link.does(`${told.paper}/readers`, { groups: ['body:cabinet', 'role:democratic_services', 'role:service_director'] });

  const clerk = await people.as(site, 'clerk');
  told.meeting = await planned(clerk, 'Cabinet', '11 March 2021');
  told.item = await clerk.does(`${told.meeting}/add-item`, { number: '59', title: 'Personal budgets: report of the Ombudsman', ombudsman_paper: numberOf(told.paper) });
  const monitoring = await people.as(site, 'monitoring');
  await monitoring.does(`${told.item}/private`, { ground: 'reg4_2a', limb: 'enactment_or_court', why: 'Local Government Act 1974, section 32(2)', reason: REASON });
  await monitoring.sees(told.item, { words: ['First notice: by Wednesday 10 February 2021', 'Second notice: by Wednesday 3 March 2021'] });

  const committee = await planned(clerk, 'Corporate Overview and Scrutiny Committee', '9 February 2021');
  told.scrutiny = { meeting: committee, item: await clerk.does(`${committee}/add-item`, { number: '6', title: SCRUTINY.title }) };
  const file = { name: 'complaints.pdf', mimeType: 'application/pdf', buffer: pdf('90 per cent of complaints are resolved at Stage 1') };
  await clerk.does(`${told.scrutiny.item}/add-paper`, { title: 'Report on complaints', file });
  await clerk.does(`${committee}/publish`, { reason: 'Agenda published', read: ['yes'] });
  for (const person of [link, clerk, monitoring]) await person.leave();
}

// 9 February: the first notice of the private item is out a day early. Scrutiny looks at how complaints are handled.
async function scrutinyMeets(people, site, told) {
  await site.on('2021-02-09');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.item}/notice`, { kind: 'first', published_on: '9 February 2021' });
  await clerk.does(`${told.scrutiny.item}/minute`, { public_words: SCRUTINY.minute });
  await clerk.does(`${told.scrutiny.meeting}/publish`, { reason: 'Minute published', read: ['yes'] });
  await clerk.leave();
  const link = await people.as(site, 'link');
  await link.does(`${told.remedies[0]}/claim`, { claim: 'done', done_on: '8 February 2021' });
  await link.does(`${told.remedies[2]}/claim`, { claim: 'in_progress' });
  await link.leave();
}

// 2 March: the second notice, three papers that nobody outside may read, and the agenda.
async function agenda(people, site, told) {
  await site.on('2021-03-02');
  const [clerk, link, director, monitoring] = [await people.as(site, 'clerk'), await people.as(site, 'link'), await people.as(site, 'director'), await people.as(site, 'monitoring')];
  await clerk.does(`${told.item}/notice`, { kind: 'second', published_on: '2 March 2021' });
  const paper = (person, title, more = {}) => person.does(`${told.item}/add-paper`, {
    title, ...more, file: { name: 'paper.pdf', mimeType: 'application/pdf', buffer: pdf(title) },
  });
  told.report = await paper(link, "The Ombudsman's report", { whose: 'ombudsman' });
  told.adopted = await paper(director, "Report of the Director of Children's Services");
  told.answer = await paper(director, "Answer of Children's Services, with appendices");
  for (const one of [told.report, told.adopted, told.answer]) {
    await monitoring.does(`${one}/restrict`, {
      kind: 'confidential', limb: 'enactment_or_court', why: 'Local Government Act 1974, section 32(2)', public_reason: 'It was sent in confidence.',
      groups: ['body:cabinet', 'role:service_director'], review_on: '11 August 2021',
    });
  }
  await clerk.does(`${told.meeting}/publish`, { reason: 'Agenda published' });
  const shown = await publicWords(site.base, ITEM);
  says(shown, `59 ${SAFE_TITLE}`, 'regulation 4(2)(a)', REASON);
  saysNot(shown, ...SECRETS);
  for (const person of [clerk, link, director, monitoring]) await person.leave();
}

// 11 March: Cabinet takes option A in private. On the same day the Ombudsman publishes, and two people lift the embargo.
async function meetsInPrivate(people, site, told) {
  await site.on('2021-03-11');
  const clerk = await people.as(site, 'clerk');
  const room = await inTheRoom(clerk, told.meeting, [CHAIR, 'Councillor Maribel Ostergate', 'Councillor Rufus Hallowell']);
  await room.does('call', { item: '59' });
  await room.write(['59'], 'discussion', MINUTE);
  await room.does('move', { item: '59', words: DECISION, mover: room.members[1], seconder: room.members[2] });
  await room.does('vote', { taken: 'unanimous' });
  // What was carried stands in the form of what was resolved.
  await room.does('resolve', { item: '59' });
  await room.write(['59'], 'reasons', 'It does everything that the Ombudsman asks for.');
  await room.write(['59'], 'options_rejected', 'Option B: to wait for a later meeting, which would be after the last day for the reply.');
  await room.does('close');
  await clerk.does(`${told.item}/answers`, { answer: 'accepted' }, { check: ['The answers stand as those of members'] });
  await clerk.does(`${told.item}/decision`, { option: 'A', adopts: numberOf(told.adopted), key: 'no', result: 'approved' });
  const { circulations, receipts } = await clerk.json(told.adopted);
  assert.deepEqual(circulations.map((c) => [c.to_whom, c.in_confidence]), [['all members and the monitoring officer', true]]);
  assert.deepEqual([receipts.length, receipts.filter((r) => r.served_on !== null)], [16, []], 'fifteen members and the officer are still to be served');
  assert.equal((await anybody(site.base, ITEM)).text.includes('Option A'), false, 'nothing of it is public while the embargo stands');

  const [link, monitoring] = [await people.as(site, 'link'), await people.as(site, 'monitoring')];
  await link.does(`${told.paper}/published-by-ombudsman`, { address: PAGE, published_at: '2021-03-11 00:01' });
  await monitoring.does(`${told.paper}/confirm-published`, { seen: 'yes' });
  for (const person of [clerk, link, monitoring]) await person.leave();
}

// 12 March: two papers are opened and one is kept. Decision, minutes, papers, case and Issue go out; so does the reply.
async function recordGoesOut(people, site, told) {
  await site.on('2021-03-12');
  const [clerk, link, monitoring] = [await people.as(site, 'clerk'), await people.as(site, 'link'), await people.as(site, 'monitoring')];
  await monitoring.does(`${told.report}/release`, { decision: 'link', address: PAGE, public_title: "The Ombudsman's report", reason: 'The Ombudsman has published it.' });
  await monitoring.does(`${told.adopted}/release`, { decision: 'publish', public_title: "Report of the Director of Children's Services", reason: 'Nothing in it needs to be kept back any longer.' });
  await monitoring.does(`${told.answer}/release`, { decision: 'keep', reason: 'It speaks of one person throughout.' });
  const issue = await clerk.does(`/desk/issues/create?item=${numberOf(told.item)}`, { title: ISSUE });
  told.public.issue = `/issues/${numberOf(issue)}`;
  await minutesPublished(clerk, told.meeting, CHAIR);
  await clerk.does(`${told.meeting}/publish`, { reason: 'Decision and papers published', read: ['yes'] });
  await link.does(`${told.case}/log-letter`, letter('reply', 'council', '12 March 2021', 'The reply, with the decision of Cabinet'));
  await clerk.does(`${told.case}/publish`, { reason: 'The Ombudsman has published the report' });
  for (const person of [clerk, link, monitoring]) await person.leave();
}
