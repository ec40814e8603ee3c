// Two reports of the Ombudsman about remedies that were late before, from receipt to the letters that close them: three cases in one
// item, one in the other, one Issue, one passage of the minutes for both. Every fact of it stands in two_cases_facts.mjs.

import assert from 'node:assert/strict';

import { letter, planned, recommended, registered } from './cases.mjs';
import { allStated } from './facts.mjs';
import { pdf } from './files.mjs';
import { inTheRoom, minutesPublished } from './meetings.mjs';
import { choice, numberOf, says } from './words.mjs';
import { FACTS, LEFT_OUT, MINUTED, TITLES } from './two_cases_facts.mjs';

const [T1, T2, T3] = ['21 011 785', '22 011 825', '23 005 479'];
const [E1, E2] = ['22 002 824', '23 006 024'];
const HOLDER = 'Cabinet Member for Children and Young People';
const MEETING = '/meetings/2024-02-14-cabinet';

// Reference, kind, date, what the case is about, and what was asked for: words, kinds, the day's rule.
const PAPERS = [
  [T1, 'statement', '30 May 2022', 'Free transport to school', ['Say who decides on free transport, and how fast.', ['policy'], 'three_months']],
  [T2, 'statement', '13 January 2023', 'Free transport to school', ['Send the policy on free transport.', ['policy'], 'one_month']],
  [E1, 'statement', '8 March 2023', 'Education out of school', ['Train those who arrange lessons out of school.', ['training'], 'three_months']],
  [T3, 'report', '16 November 2023', 'Free transport to school', ['Name one officer who answers for each remedy.', ['other'], 'three_months']],
  [E2, 'report', '16 November 2023', 'Education out of school', ['Check each month that remedies are on time.', ['review'], 'three_months']],
];

export async function twoCases(people, site) {
  const told = { files: {}, public: { meeting: MEETING, education: `${MEETING}/items/128`, transport: `${MEETING}/items/127` } };
  Object.assign(told.public, { found: '/search?q=23006024', alias: '/search?q=LGSCO+place+in+education', action: '/actions/2024-02-14-cabinet-1' });
  await received(people, site, told);
  await agenda(people, site, told);
  await meets(people, site, told);
  await recordGoesOut(people, site, told);
  await satisfied(people, site, told);
  assert.deepEqual([FACTS.filter(([number]) => number.startsWith('000-')).length + LEFT_OUT.length, FACTS.length], [51, 59]);
  await allStated(people, site, FACTS, told.public);
}

// 16 November 2023: both reports come. The link officer registers them with the three decisions before, and says which follows which.
async function received(people, site, told) {
  await site.on('2023-11-16');
  const link = await people.as(site, 'link');
  for (const [reference, kind, dated, subject, [words, kinds, rule]] of PAPERS) {
    const check = kind === 'report' ? ['Last day Thursday 15 February 2024'] : undefined;
    const file = await registered(link, { reference, kind, dated, subject, services: 'Children and young people', found: 'upheld' }, { check });
    file.remedy = await recommended(link, file.paper, { number: 1, nature: 'service_improvement', kinds, words, rule });
    told.files[reference] = file;
    told.public[reference] = `/ombudsman/cases/${reference.replaceAll(' ', '-')}`;
  }
  // What was agreed in the earlier cases goes on into the later ones: it is linked, not copied, and stays as late as it is.
  for (const [earlier, later, on] of [[T1, T2, '5 September 2022'], [T2, T3, '3 July 2023'], [E1, E2, '3 July 2023']]) {
    const log = `${told.files[earlier].case}/log-letter`;
    const recommendations = (await link.offered(log, 'recommendations')).map(([value]) => value);
    await link.does(log, letter('remedy_not_carried_out', 'ombudsman', on, 'A new case about what was agreed', { recommendations, new_case: later }));
  }
  await link.leave();
}

// 6 February 2024, five clear working days before Cabinet: two items of one Issue, each with a report, on one agenda.
async function agenda(people, site, told) {
  await site.on('2024-02-06');
  const clerk = await people.as(site, 'clerk');
  told.meeting = await planned(clerk, 'Cabinet', '14 February 2024');
  const add = async (number, title, cases) => {
    const item = await clerk.does(`${told.meeting}/add-item`, { number, title, cases, agenda_text: `The report of the ${HOLDER} is attached.` });
    const file = { name: `report-${number}.pdf`, mimeType: 'application/pdf', buffer: pdf(`What was found and what is done now: item ${number}`) };
    await clerk.does(`${item}/add-paper`, { title: `Report of the ${HOLDER}`, file });
    return item;
  };
  told.transport = await add('127', TITLES.transport, `${T1} / ${T3} / ${T2}`);
  told.education = await add('128', TITLES.education, E2);
  told.issue = await clerk.does(`/desk/issues/create?item=${numberOf(told.transport)}`, { title: TITLES.issue });
  told.public.issue = `/issues/${numberOf(told.issue)}`;
  await clerk.does(`${told.education}/issue`, { issue: numberOf(told.issue) });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Agenda published', read: ['yes'] });
  await clerk.leave();
}

// 14 February: questions on both items are answered at once. Cabinet notes both reports, each for reasons of its own.
async function meets(people, site, told) {
  await site.on('2024-02-14');
  const clerk = await people.as(site, 'clerk');
  const room = await inTheRoom(clerk, told.meeting, ['Councillor Audrey Finchwater', 'Councillor Maribel Ostergate', 'Councillor Rufus Hallowell']);
  await room.write(['127'], 'discussion', MINUTED.transport);
  await room.write(['128'], 'discussion', MINUTED.education);
  for (const item of ['transport', 'education']) {
    const number = item === 'transport' ? '127' : '128';
    await room.does('call', { item: number });
    if (item === 'transport') {
      await room.does('question', { item: number, by: 'Councillor Rufus Hallowell', words: MINUTED.question });
      await room.does('answer', { by: 'Councillor Maribel Ostergate', words: MINUTED.answer });
    }
    await room.does('resolve', { item: number, clauses: MINUTED.decision });
    await room.write([number], 'reasons', MINUTED.reasons[item]);
    await room.write([number], 'options_rejected', 'None');
  }
  await room.does('close');
  for (const item of [told.transport, told.education]) await clerk.does(`${item}/decision`, { result: 'noted', key: 'no' });
  // To note a report answers nothing: until what it asks for is answered too, the decision does not go out.
  const bare = await clerk.cannot(`${told.meeting}/publish`, { reason: 'Decisions published', read: ['yes'] });
  says(bare, `cannot be issued until each recommendation has an answer: ${T3}/1`, 'section 31(2)');
  for (const item of [told.transport, told.education]) await clerk.does(`${item}/answers`, { answer: 'accepted' }, { check: ['The answers stand as those of members'] });
  await clerk.leave();
}

// 15 February, the last day: the reply goes. The minutes are built and go out, and so do the decisions, what follows from them, and the cases.
async function recordGoesOut(people, site, told) {
  await site.on('2024-02-15');
  const clerk = await people.as(site, 'clerk');
  await minutesPublished(clerk, told.meeting, 'Councillor Audrey Finchwater');
  await clerk.does(`${told.meeting}/publish`, { reason: 'Decisions published', read: ['yes'] });
  const owner = 'Monitoring officer';
  await clerk.does(`${told.transport}/actions`, { origin: 'minute', words: 'Meet the Ombudsman every three months.', owner });
  await clerk.does(`${told.transport}/recurrence`, { what: 'The meetings of the Monitoring Officer with the Ombudsman', cycle: 'every', interval: '3 months', owner }, {
    check: ['Due Tuesday 14 May 2024', 'Due Wednesday 14 August 2024', 'Due Thursday 14 November 2024'],
  });
  await clerk.does('/desk/actions/publish', { reason: 'The minutes are public' });

  const link = await people.as(site, 'link');
  for (const [reference, words] of [[T3, 'The reply on free transport'], [E2, 'The reply on education']]) {
    const file = told.files[reference];
    await link.does(`${file.case}/log-letter`, letter('reply', 'council', '15 February 2024', words));
  }
  await link.leave();
  for (const reference of [T1, T2, T3, E1, E2]) await clerk.does(`${told.files[reference].case}/publish`, { reason: 'The findings are public' });
  await clerk.leave();
}

// 23 April and 16 May: the Ombudsman writes that the one and then the other remedy is done, late. The cases are closed by that.
async function satisfied(people, site, told) {
  for (const [day, on, reference, earlier] of [['2024-04-23', '23 April 2024', E2, [E1]], ['2024-05-16', '16 May 2024', T3, [T2, T1]]]) {
    await site.on(day);
    const link = await people.as(site, 'link');
    const log = `${told.files[reference].case}/log-letter`;
    const recommendations = (await link.offered(log, 'recommendations')).map(([value]) => value);
    const outcome = await choice(link, log, 'outcome', 'Remedy completed late and satisfied');
    await link.does(log, letter('satisfaction', 'ombudsman', on, 'Satisfied', { other_cases: earlier.join(' / '), outcome, recommendations }));
    await link.leave();
    const clerk = await people.as(site, 'clerk');
    for (const one of [reference, ...earlier]) await clerk.does(`${told.files[one].case}/publish`, { reason: 'The Ombudsman is satisfied' });
    await clerk.leave();
  }
}
