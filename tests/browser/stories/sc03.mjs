// SC-03: two chains of cases, three references in one item, in whatever order and spelling they are typed.
//
// What a body says about two items at once, the Issue page, and meetings that recur are not built yet: nothing is said of them
// here.

import assert from 'node:assert/strict';

import { NOTED, planned, recommended, registered } from './cases.mjs';
import { says } from './words.mjs';

const T = ['21 011 785', '22 011 825', '23 005 479'];
const E = ['22 002 824', '23 006 024'];

// Reference, kind, date of the paper.
const PAPERS = [
  [T[0], 'statement', '30 May 2022'], [T[1], 'statement', '13 January 2023'], [E[0], 'statement', '8 March 2023'],
  [T[2], 'report', '15 January 2024'], [E[1], 'report', '15 January 2024'],
];

export async function sc03(people, site) {
  await site.on('2024-01-29');
  const link = await people.as(site, 'link');
  const files = await chained(link);
  await found(link, files);
  const clerk = await people.as(site, 'clerk');
  const items = await onTheAgenda(clerk);
  await link.leave();
  await clerk.leave();
  await noted(people, site, files, items);
}

// Five cases, the later ones linked to those that they follow. A circle is refused.
async function chained(link) {
  const files = {};
  for (const [reference, kind, dated] of PAPERS) {
    const found = kind === 'statement' ? { found: 'upheld' } : {};
    files[reference] = await registered(link, { reference, kind, dated, subject: 'Education that was not provided', ...found });
  }
  const follow = (later, earlier) => link.does(`${files[later].case}/link`, { earlier, relation: 'remedy_not_carried_out' });
  await follow(T[1], T[0]);
  await follow(T[2], T[1]);
  await follow(E[1], E[0]);
  says(await link.cannot(`${files[T[0]].case}/link`, { earlier: T[2], relation: 'remedy_not_carried_out' }), 'already follows');
  says(await link.cannot(`${files[T[0]].case}/link`, { earlier: '11 111 111', relation: 'joint' }), 'There is no case 11 111 111 here');
  for (const [chain, reference] of [...T.map((t) => [T, t]), ...E.map((e) => [E, e])]) {
    await link.sees(files[reference].case, {
      words: [`Chain of cases ${chain.join(' ')}`],
      data: (data) => assert.deepEqual(data.chain.map((c) => c.key), chain),
    });
  }
  files[T[0]].recommendation = await recommended(link, files[T[0]].paper, {
    number: 1, nature: 'service_improvement', kinds: ['training'], words: 'Train staff.', rule: 'one_month',
  });
  return files;
}

// Three spellings find one case.
async function found(link, files) {
  for (const typed of ['22011825', '22 011 825', '22-011-825']) {
    await link.sees(`/desk/cases?q=${encodeURIComponent(typed)}`, {
      words: [T[1], 'Cases that you may read:'],
      data: ({ cases }) => assert.deepEqual(cases.map((l) => `/desk/cases/${l.id}`), [files[T[1]].case], typed),
    });
  }
}

// The clerk types references with slashes and blanks: they are shown as typed, and an unknown one is named.
async function onTheAgenda(clerk) {
  const meeting = await planned(clerk, 'Cabinet', '14 February 2024');
  const add = (number, cases) => [`${meeting}/add-item`, { number, title: 'Report of the Ombudsman', cases }];
  says(await clerk.cannot(...add('127', '21 011 785 / 23 005 478')), '23 005 478');
  says(await clerk.cannot(...add('127', '21 011 785 / Larkfield')), '“Larkfield” is no reference');
  const first = await clerk.does(...add('127', `${T[0]} / 23005479/ 22-011-825`));
  await clerk.sees(first, {
    words: [T[0], T[2], T[1], 'outcome not stated'],
    data: ({ considered }) => assert.deepEqual(considered.cases.map((c) => c.key), [T[0], T[2], T[1]], 'in the order of the agenda'),
  });
  const second = await clerk.does(...add('128', E[1]));
  assert.deepEqual((await clerk.json(second)).considered.cases.map((c) => c.key), [E[1]]);
  return { first, second };
}

// 14 February: both are noted, for different reasons, and what is accepted of each recommendation is not stated by that.
async function noted(people, site, files, items) {
  await site.on('2024-02-14');
  const clerk = await people.as(site, 'clerk');
  const reasons = ['The council has to consider the report.', 'The report is considered with that of item 127.'];
  for (const [item, reason] of [[items.first, reasons[0]], [items.second, reasons[1]]]) {
    await clerk.does(`${item}/decision`, { ...NOTED, reasons: reason });
    await clerk.sees(item, {
      words: ['That the report be noted.', reason, 'Options rejected None', 'outcome not stated'],
      data: ({ decision, considered }) => {
        assert.deepEqual([decision.decision.reasons, decision.decision.options_rejected], [reason, 'None']);
        assert.ok(considered.cases.every((c) => c.answers.length === 0), 'noting answers no recommendation');
      },
    });
  }
  const link = await people.as(site, 'link');
  const remedy = files[T[0]].recommendation;
  await link.sees(remedy, { words: ['Not answered yet'], data: ({ axes }) => assert.equal(axes.response, 'Not answered yet') });
  await link.does(`${remedy}/respond`, { answer: 'accepted' });
  const accepted = 'Accepted by officers; members have not met on it, 14 February 2024';
  await link.sees(remedy, { words: [accepted], data: ({ axes }) => assert.equal(axes.response, accepted) });
  await clerk.does(`${items.first}/answers`, { answer: 'accepted' });
  await clerk.sees(items.first, {
    words: [`${T[0]}/1 accepted`],
    data: ({ considered }) => assert.deepEqual(considered.cases[0].answers, [[`${T[0]}/1`, 'Accepted']]),
  });

  // Oldest first; each case tells its own part, and the item stands in all of them.
  await link.sees(`${files[T[0]].case}/timeline`, {
    words: ['30 May 2022', 'Cabinet considers it as item 127'],
    data: (events) => {
      const days = events.map((e) => e.on);
      assert.deepEqual(days, [...days].sort());
      assert.deepEqual([days[0], days.at(-1)], ['2022-05-30', '2024-02-14']);
    },
  });
  for (const reference of [T[1], T[2]]) {
    const lines = await link.json(`${files[reference].case}/meetings`);
    assert.deepEqual(lines.map((l) => [l.number, l.body, l.on]), [['127', 'Cabinet', '2024-02-14']]);
  }
  await clerk.leave();
  await link.leave();
}
