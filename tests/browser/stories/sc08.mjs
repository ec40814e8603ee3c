// SC-08: two reports come to one extraordinary meeting, which adds to what was recommended: the action plan comes back every three
// months. Each time is an item of the first meeting on or after its day; a cancelled meeting moves it in sight; a decision ends it.

import assert from 'node:assert/strict';

import { NOTED, planned, registered } from './cases.mjs';
import { lettersThatSay } from './letters.mjs';
import { PLAN_1, PLAN_2, DECISION, ENTRY, MEETINGS, RECOMMENDED, RESOLVED, REVIEW, TIMES, WORDED } from './sc08_facts.mjs';
import { anybody, choice, publicWords, says, saysNot } from './words.mjs';

const ITEM = '/meetings/2025-02-26-cabinet/items/17';
const CHAIR = 'Councillor Maribel Ostergate';
const MOVER = 'Councillor Audrey Finchwater';
const TO_OMBUDSMAN = 'Review of the action plan: send the plan to the Ombudsman';
const SECONDER = 'Councillor Alban Crowhurst-Bell';

export async function sc08(people, site) {
  const told = await recommended(people, site);
  await resolved(people, site, told);
  await ownerTold(people, site, told);
  await agendaOut(people, site, told);
  await considered(people, site, told, 0, '2025-06-05');
  await considered(people, site, told, 1, '2025-09-04');
  await cancelled(people, site, told);
  await moved(people, site, told);
  await endedByADecision(people, site, told);
}

// 17 February: two reports, Cabinet's calendar to March 2026, and the agenda of the 26th with two recommendations.
async function recommended(people, site) {
  await site.on('2025-02-17');
  const link = await people.as(site, 'link');
  for (const [reference, day, who] of [['24 900 301', '7 January 2025', 'Mrs R'], ['24 900 302', '22 January 2025', 'Ms S']]) {
    await registered(link, { reference, kind: 'report', dated: day, subject: 'Education of a child who cannot attend school', complainant: who, found: 'upheld' });
  }
  await link.leave();

  const clerk = await people.as(site, 'clerk');
  const cabinet = await choice(clerk, '/desk/meetings/plan', 'body', 'Cabinet');
  await clerk.does(`/desk/bodies/${cabinet}/particulars`, {
    quorum: 'number', quorum_number: '3', numbering: 'each_agenda', decides: 'yes', delegation: 'Part 3 of the constitution', call_in: 'yes',
  });
  for (const [name, capacity] of [[CHAIR, 'chair'], [MOVER, 'member'], [SECONDER, 'member']]) {
    await clerk.does(`/desk/bodies/${cabinet}/seat`, { member: await choice(clerk, `/desk/bodies/${cabinet}/seat`, 'member', name), capacity, from: '6 May 2024' });
  }
  const told = { meetings: {} };
  told.meeting = await clerk.does('/desk/meetings/plan', { body: cabinet, on: '26 February 2025', starts: '10:00', kind: 'extraordinary', called_by: 'chair' });
  for (const on of MEETINGS) told.meetings[on] = await planned(clerk, 'Cabinet', on);
  await clerk.does(`/desk/bodies/${cabinet}/publish-calendar`, { reason: 'Calendar of Cabinet to March 2026' });
  told.item = await clerk.does(`${told.meeting}/add-item`, {
    number: '17', title: 'Complaints to the Ombudsman', cases: '24 900 301/24 900 302', agenda_text: RECOMMENDED,
  });
  told.plan = await clerk.does(`${told.item}/add-paper`, { title: 'Action plan', public_title: 'Action plan', file: PLAN_1 });
  // Nothing comes back before a decision sets it.
  says(await clerk.cannot(`${told.item}/recurrence`), 'No decision of this item is on record');
  await clerk.does(`${told.meeting}/publish`, { reason: 'Agenda published' });
  const shown = await publicWords(site.base, ITEM);
  says(shown, ...RECOMMENDED.split('\n'));
  saysNot(shown, 'three months');
  await clerk.leave();
  return told;
}

// 26 February: a third resolution is moved and carried with the others, nobody against. What was published stays two.
async function resolved(people, site, told) {
  await site.on('2025-02-26');
  const clerk = await people.as(site, 'clerk');
  const room = `${told.meeting}/workspace`;
  const take = (what, fields) => clerk.does(`${room}/${what}`, fields);
  const sits = await clerk.offered(`${room}/attend`, 'members');
  const [chair, mover, seconder] = [CHAIR, MOVER, SECONDER].map((name) => sits.find(([, words]) => words.startsWith(name))[0]);
  await take('attend', { what: 'arrived', members: [chair, mover, seconder] });
  await take('preside', { member: chair });
  await take('open');
  const on = await choice(clerk, `${room}/call`, 'item', '17 Complaints to the Ombudsman');
  await take('call', { item: on });
  await take('move', { item: on, words: RECOMMENDED, mover: chair, seconder });
  const [[motion]] = await clerk.offered(`${room}/amend`, 'motion');
  await clerk.does(`${room}/amend?motion=${motion}`, { motion, after: RESOLVED, mover, seconder });
  const [amendment] = (await clerk.offered(`${room}/vote`, 'on')).map(([value]) => value).filter((value) => value !== motion);
  await take('vote', { on: amendment, taken: 'unanimous' });
  await take('vote', { on: motion, taken: 'unanimous' });
  await clerk.does(`${room}/resolve?item=17`, { item: on });
  await take('close');

  await clerk.does(`${told.item}/decision`, DECISION);
  await clerk.does(`${told.meeting}/minutes/build`);
  await clerk.does(`${told.meeting}/minutes/chair-check`, { chair: CHAIR, result: 'nothing' });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Decisions published', read: ['yes'] });
  await clerk.does(`${told.meeting}/minutes/publish`, { reason: 'Draft minutes published', read: ['yes'] });
  const shown = await publicWords(site.base, ITEM);
  says(shown, ...RESOLVED.split('\n'), `Amendment , moved by ${MOVER}, seconded by ${SECONDER}`, 'added: 3. Review the action plan', 'Carried unanimously');
  saysNot(shown, ' for,', 'against');
  const { item } = JSON.parse((await anybody(site.base, `${ITEM}.json`)).text);
  const [asPublished, asResolved] = [item.agenda_text.split('\n'), item.decision.clauses.map((clause) => `${clause.label} ${clause.text}`)];
  assert.deepEqual([asPublished, asResolved], [RECOMMENDED.split('\n'), RESOLVED.split('\n')]);
  const [first, added] = item.minutes.facts.motions;
  assert.deepEqual([first.mover, added.mover, added.before, added.words], [CHAIR, MOVER, RECOMMENDED, RESOLVED]);
  assert.deepEqual([added.vote.manner, added.vote.carried, added.vote.for ?? added.vote.for_ ?? null], ['unanimous', true, null]);
  await comesBack(site, clerk, told);
  await clerk.leave();
}

// The same day: the four times with their meetings, each an item and an entry of the forward plan, which is published in time.
async function comesBack(site, clerk, told) {
  const form = `${told.item}/recurrence`;
  const [owner, leader, plan] = [await choice(clerk, form, 'owner', 'Service director'), await choice(clerk, form, 'told', 'Leader of the council'), await choice(clerk, form, 'plan', 'Action plan')];
  told.recurrence = await clerk.does(form, { ...REVIEW, owner, told: [leader], plan }, {
    check: [
      'Due Monday 26 May 2025: at the meeting of Wednesday 4 June 2025, 9 days after its day',
      'Due Tuesday 26 August 2025: at the meeting of Wednesday 3 September 2025, 8 days after its day',
      'Due Wednesday 26 November 2025: at the meeting of Wednesday 3 December 2025, 7 days after its day',
      'Due Thursday 26 February 2026: at the meeting of Wednesday 4 March 2026, 6 days after its day',
    ],
  });
  await clerk.sees(told.recurrence, {
    words: ['Runs until a decision ends it', 'Monday 26 May 2025', 'Version 1 of the action plan', 'Forward plan entry'],
    data: ({ times }) => {
      assert.deepEqual(times.map((t) => [t.due, t.meeting, t.after, t.plan_version]), TIMES.map((t) => [...t, 1]));
      told.times = times.map((t) => ({ item: `/desk/items/${t.item}`, entry: `/desk/forward-plan/${t.forward_plan_entry}` }));
    },
  });
  for (const { entry } of told.times) await clerk.does(`${entry}/change`, ENTRY);
  await clerk.does('/desk/forward-plan/publish', { reason: 'Forward plan to March 2026' });
  says(await publicWords(site.base, '/forward-plan'), ...TIMES.map(([, meeting]) => `Cabinet, on ${WORDED[meeting]}`));
  // The plan that was approved is an action of a post.
  told.action = await clerk.does(`${told.item}/actions?clause=(2)`, { origin: 'clause', clause: '(2)', owner: 'Service director', due: '26 November 2025' });
}

// 6 May: nobody is told yet. 7 May, 28 days before: the post that reports is told, once.
async function ownerTold(people, site, told) {
  await site.on('2025-05-06');
  let clerk = await people.as(site, 'clerk');
  assert.deepEqual((await clerk.json(told.recurrence)).told, []);
  await clerk.leave();

  const sent = site.mail.letters.length;
  await site.on('2025-05-07');
  const letters = await lettersThatSay(site, sent, told.recurrence);
  assert.deepEqual(letters.map((letter) => letter.to), [['director@thornmere.example']]);
  says(letters[0].text, 'Review of the action plan is on the agenda of Cabinet on Wednesday 4 June 2025');
  clerk = await people.as(site, 'clerk');
  await clerk.sees(told.recurrence, {
    words: ['the owner, of the meeting of Wednesday 4 June 2025 (due 26 May 2025)'],
    data: (data) => assert.deepEqual(data.told.map((t) => [t.kind, t.due_date, t.about_date]), [['owner', '2025-05-26', '2025-06-04']]),
  });
  await clerk.leave();
}

// 27 May, the day after the bank holiday: the agenda goes out with the plan as it is; a later version is for later reviews.
async function agendaOut(people, site, told) {
  await site.on('2025-05-27');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.meetings['4 June 2025']}/publish`, { reason: 'Agenda published' });
  await clerk.does(`${told.plan}/add-version`, { purpose: 'whole', file: PLAN_2 });
  await clerk.sees(told.recurrence, { data: ({ times }) => assert.deepEqual(times.slice(0, 4).map((t) => t.plan_version), [1, 2, 2, 2]) });
  says(await publicWords(site.base, '/meetings/2025-06-04-cabinet'), 'Review of the action plan');
  says(await publicWords(site.base, '/meetings/2025-06-04-cabinet/items/1'), 'This one fell due on Monday 26 May 2025');
  await clerk.leave();
}

// The day after a meeting: it is not taken until what members decided is on record, and then the plan is owed to the Ombudsman, as was promised.
async function considered(people, site, told, at, day) {
  await site.on(day);
  const clerk = await people.as(site, 'clerk');
  const [due, meeting] = TIMES[at];
  const placed = async () => (await clerk.json(told.recurrence)).times[at].placed;
  assert.equal(await placed(), 'not_taken');
  await clerk.sees('/desk?whose=all', { words: ['Review of the action plan: not taken'] });
  await clerk.does(`${told.times[at].item}/decision`, { ...NOTED, text: 'The plan was reviewed.' });
  assert.equal(await placed(), 'considered');
  await clerk.leave();

  const link = await people.as(site, 'link');
  await link.sees('/desk?whose=all', { words: [TO_OMBUDSMAN], data: ({ owed }) => assert.equal(owed.filter((o) => o.title === TO_OMBUDSMAN).length, 1) });
  says(await link.cannot(`${told.recurrence}/share`, { due, sent: dayBefore(meeting), words: 'By e-mail' }), 'between the meeting and today');
  await link.does(`${told.recurrence}/share`, { due, sent: day, words: `Version ${at + 1}, by e-mail` });
  await link.sees('/desk?whose=all', { not: [TO_OMBUDSMAN] });
  await link.sees(told.recurrence, { words: [`Version ${at + 1}, by e-mail`] });
  await link.leave();
}

function dayBefore(day) {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

// 20 November: the meeting of 3 December is cancelled, and the public is told why.
async function cancelled(people, site, told) {
  await site.on('2025-11-20');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.meetings['3 December 2025']}/cancel`, { why: 'The heating of the Guildhall failed.' });
  says(await publicWords(site.base, '/meetings/2025-12-03-cabinet'), 'Cancelled', 'The heating of the Guildhall failed.');
  await clerk.leave();
}

// The next day the review stands on the agenda of 4 March 2026, 91 days later, beside that which is due then. Nobody had to ask,
// and the owner and the Leader are told.
async function moved(people, site, told) {
  const sent = site.mail.letters.length;
  await site.on('2025-11-21');
  const letters = await lettersThatSay(site, sent, 'from the cancelled meeting of Wednesday 3 December 2025 to Wednesday 4 March 2026, 91 days later', 2);
  assert.deepEqual(letters.flatMap((letter) => letter.to).sort(), ['director@thornmere.example', 'member@thornmere.example']);
  const clerk = await people.as(site, 'clerk');
  await clerk.sees(told.recurrence, {
    words: ['Moved, late', 'moved from the cancelled meeting of Wednesday 3 December 2025 to Wednesday 4 March 2026, 91 days late', 'that it moves to the meeting of Wednesday 4 March 2026'],
    data: ({ times }) => assert.deepEqual(times.slice(2, 4).map((t) => [t.due, t.placed, t.to ?? t.meeting, t.late ?? t.after]), [
      ['2025-11-26', 'moved', '2026-03-04', 91], ['2026-02-26', 'at', '2026-03-04', 6],
    ]),
  });
  await clerk.does(`${told.meetings['4 March 2026']}/publish`, { reason: 'Agenda published' });
  const items = await Promise.all([1, 2].map((number) => publicWords(site.base, `/meetings/2026-03-04-cabinet/items/${number}`)));
  says(items[0], 'This one fell due on Thursday 26 February 2026');
  says(items[1], 'This one fell due on Wednesday 26 November 2025');
  await clerk.does('/desk/forward-plan/publish', { reason: 'A meeting was cancelled' });
  says(await publicWords(site.base, '/forward-plan/entries/FP-2025-003'),
    'Cabinet, on Wednesday 4 March 2026. The meeting of Wednesday 3 December 2025 was cancelled', 'Cabinet, on Wednesday 3 December 2025. First published.');
  await clerk.leave();
}

// 5 March 2026: every action is closed, and that ends nothing. A decision does, once call-in cannot hold it: from 13 March.
async function endedByADecision(people, site, told) {
  await site.on('2026-03-05');
  const link = await people.as(site, 'link');
  await link.does(`${told.action}/close`, { evidence: 'The report to Cabinet of 4 March 2026' });
  await link.sees(told.action, { words: ['Done'], data: ({ status }) => assert.equal(status.status, 'done') });
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.times[2].item}/decision`, { ...NOTED, text: 'The plan was reviewed.' });
  const end = `${told.recurrence}/end`;
  says(await clerk.cannot(end), 'A review ends only when members decide so');
  await clerk.does(`${told.times[3].item}/decision`, { ...DECISION, text: '1. That the review of the action plan end.' });
  await clerk.does(`${told.meetings['4 March 2026']}/publish`, { reason: 'Decisions published', read: ['yes'] });
  says(await clerk.cannot(end), 'A review ends only when members decide so');
  await clerk.leave();
  await link.leave();
  await ended(people, site, told, end);
}

// 13 March: the time for call-in is over, and the decision has effect.
async function ended(people, site, told, end) {
  await site.on('2026-03-13');
  const clerk = await people.as(site, 'clerk');
  const [[decision]] = await clerk.offered(end, 'decision');
  await clerk.does(end, { decision });
  await clerk.sees(told.recurrence, {
    words: ['Ended by item 1 of Cabinet, 4 March 2026', 'considered on Wednesday 4 March 2026, 91 days late'],
    data: ({ times, ended }) => {
      assert.deepEqual(ended, { decision: 'item 1 of Cabinet, 4 March 2026', on: '2026-03-04' });
      assert.deepEqual(times.map((t) => [t.due, t.placed, t.on, t.late]), TIMES.map(([due, day], at) => [due, 'considered', at === 2 ? '2026-03-04' : day, at === 2 ? 91 : 0]));
    },
  });
  says(await clerk.cannot(end), 'It has ended already');
  await clerk.leave();
  // What was promised for the last two is still owed.
  const link = await people.as(site, 'link');
  const { owed } = await link.json('/desk?whose=all');
  assert.equal(owed.filter((o) => o.title === TO_OMBUDSMAN).length, 2);
  await link.leave();
}
