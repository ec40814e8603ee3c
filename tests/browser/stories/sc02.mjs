// SC-02: three months that end on a Sunday and on a bank holiday, and are not moved; a reply in time, a reply too late, and
// more time in writing.
//
// The two reports are registered three times under references of their own: for the reply in time, for the late one, and one of
// them for the longer period.

import assert from 'node:assert/strict';

import { duty, letter, NOTED, planned, recommended, registered } from './cases.mjs';
import { anybody, numberOf, says } from './words.mjs';

const REPLY = 'lgsco_report_consider_and_notify';

// Reference, day of the report and of its receipt, last day, last working day.
const SUNDAY = ['7 January 2025', '2025-04-06', '2025-04-04', 'Last day Sunday 6 April 2025', 'Last working day Friday 4 April 2025'];
const EASTER = ['22 January 2025', '2025-04-21', '2025-04-17', 'Last day Monday 21 April 2025', 'Last working day Thursday 17 April 2025'];
const REPORTS = {
  first: ['24 003 239', ...SUNDAY],
  second: ['23 017 883', ...EASTER],
  lateFirst: ['24 903 239', ...SUNDAY],
  lateSecond: ['23 917 883', ...EASTER],
  longer: ['24 803 239', ...SUNDAY],
};

// From, last day, last working day.
const EDGES = [
  ['2024-09-26', '2024-12-25', '2024-12-24'],
  ['2024-11-30', '2025-02-28', '2025-02-28'],
  ['2023-11-30', '2024-02-29', '2024-02-29'],
  ['2023-11-29', '2024-02-28', '2024-02-28'],
  ['2020-01-14', '2020-04-13', '2020-04-09'],
];

export async function sc02(people, site) {
  const told = await arrived(people, site);
  await edges(site);
  await decided(people, site, told);
  await inTime(people, site, told);
  await tooLate(people, site, told);
}

async function arrived(people, site) {
  await site.on('2025-01-22');
  const link = await people.as(site, 'link');
  const told = {};
  for (const [name, [reference, dated, last, working, ...words]] of Object.entries(REPORTS)) {
    told[name] = await registered(link, { reference, kind: 'report', dated, subject: 'School transport', complainant: 'Ms E' }, { check: words.slice(0, 1) });
    await link.sees(told[name].paper, {
      words,
      data: ({ duties }) => {
        const reply = duty(duties, REPLY);
        assert.deepEqual([reply.due_on, reply.last_working_day, reply.state], [last, working, 'running']);
      },
    });
    told[name].recommendation = await recommended(link, told[name].paper, {
      number: 1, nature: 'personal', kinds: ['payment'], words: 'Pay what was lost.', rule: 'three_months', amount: '300',
    });
  }
  // A remedy due “within three months of the date of this report” is counted by another rule, one day longer, and says so.
  await link.sees(told.second.recommendation, {
    words: ['Tuesday 22 April 2025', 'Within three months of the date of the paper, 22 January 2025: 22 April 2025'],
    data: (data) => {
      assert.equal(data.due_on, '2025-04-22');
      assert.deepEqual(data.why, ['Within three months of the date of the paper, 22 January 2025: 22 April 2025']);
    },
  });
  await link.leave();
  return told;
}

// The same days by the calculator that anybody may ask.
async function edges(site) {
  for (const [from, due, working] of EDGES) {
    const answer = JSON.parse((await anybody(site.base, `/duties/calculator.json?duty=${REPLY}&from=${from}`)).text);
    assert.deepEqual([answer.from, answer.due, answer.last_working_day], [from, due, working]);
  }
}

// 26 February: Cabinet considers all of them; until then no reply goes.
async function decided(people, site, told) {
  await site.on('2025-02-26');
  const link = await people.as(site, 'link');
  says(await link.cannot(`${told.first.case}/log-letter`, letter('reply', 'council', '26 February 2025', 'The reply')), 'not every recommendation has an answer');
  const clerk = await people.as(site, 'clerk');
  const meeting = await planned(clerk, 'Cabinet', '26 February 2025');
  const cases = Object.values(REPORTS).map(([reference]) => reference).join(' / ');
  const item = await clerk.does(`${meeting}/add-item`, { number: '8', title: 'Two reports of the Ombudsman', cases });
  assert.deepEqual((await clerk.json(item)).considered.unanswered.length, 5);
  await clerk.does(`${item}/answers`, { answer: 'accepted' });
  await clerk.does(`${item}/decision`, NOTED);
  assert.deepEqual((await clerk.json(item)).considered.unanswered, []);
  await clerk.leave();
  await link.leave();
}

// 28 February: one reply about both goes, and each is met with its own days in hand.
async function inTime(people, site, told) {
  await site.on('2025-02-28');
  const link = await people.as(site, 'link');
  await link.does(`${told.first.case}/log-letter`, letter('reply', 'council', '28 February 2025', 'The reply to both reports', { other_cases: REPORTS.second[0] }));
  for (const [report, days] of [[told.first, 37], [told.second, 52]]) {
    await stands(link, report, `Met on 28 February 2025, ${days} days in hand`, { state: 'met', on: '2025-02-28', in_hand: days });
  }
  await link.leave();
}

// 22 April: the reply to the others goes, 16 days and one day late; where the Ombudsman gave more time in writing, in time.
async function tooLate(people, site, told) {
  await site.on('2025-04-22');
  const link = await people.as(site, 'link');
  await stands(link, told.lateFirst, 'Missed: 16 days late', { state: 'missed', late: 16 });
  await stands(link, told.lateSecond, 'Missed: 1 day late', { state: 'missed', late: 1 });

  const log = `${told.longer.case}/log-letter`;
  const offered = `${numberOf(told.longer.paper)} ${REPLY}`;
  assert.ok((await link.offered(log, 'duty')).some(([value]) => value === offered), 'the duty is offered');
  const longer = { duty: offered, expected: '30 April 2025' };
  says(await link.cannot(log, letter('extension', 'council', '3 April 2025', 'We ask for more time', longer)), 'Only the Ombudsman gives more time');
  says(await link.cannot(log, letter('extension', 'ombudsman', '3 April 2025', 'More time', { duty: offered })), 'Give the new day');
  await link.does(log, letter('extension', 'ombudsman', '3 April 2025', 'More time until 30 April', longer));
  await link.sees(told.longer.paper, {
    words: ['Last day Sunday 6 April 2025', 'More time in writing, until 30 April 2025', 'Due in 8 days'],
    data: ({ duties }) => {
      const reply = duty(duties, REPLY);
      // The first day stays, and the day in writing stands beside it with its proof.
      assert.deepEqual([reply.due_on, reply.alarm, reply.state, reply.days], ['2025-04-06', '2025-04-30', 'running', 8]);
      assert.deepEqual(reply.events.map((e) => [e.what, e.on_date]), [['extended', '2025-04-30']]);
    },
  });

  for (const report of [told.lateFirst, told.lateSecond, told.longer]) {
    await link.does(`${report.case}/log-letter`, letter('reply', 'council', '22 April 2025', 'The reply'));
  }
  await stands(link, told.lateFirst, 'Met on 22 April 2025, 16 days late', { state: 'met_late', on: '2025-04-22', late: 16 });
  await stands(link, told.lateSecond, 'Met on 22 April 2025, 1 day late', { state: 'met_late', on: '2025-04-22', late: 1 });
  await stands(link, told.longer, 'Met on 22 April 2025, 8 days in hand', { state: 'met', on: '2025-04-22', in_hand: 8 });
  await link.leave();
}

// How the reply to a report stands, on the page of its case.
async function stands(person, report, words, expected) {
  await person.sees(report.case, {
    words: [words],
    data: ({ open, over }) => {
      const reply = duty([...open, ...over], REPLY);
      assert.equal(reply.stands, words);
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, reply[key]])), expected);
    },
  });
}
