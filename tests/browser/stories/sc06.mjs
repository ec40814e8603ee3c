// SC-06: the monitoring officer's report under section 5A goes to every member, and the executive's answer too: whoever has no copy
// keeps the duty open and is named.
//
// The council of the scenario has 82 members; this one has those of the demonstration.

import assert from 'node:assert/strict';

import { duty, registered } from './cases.mjs';
import { numberOf, says } from './words.mjs';

const MINUTE = 'Cabinet, 1 October 2019, minute 59';

export async function sc06(people, site) {
  await site.on('2019-09-20');
  const told = await begun(people, site);
  await served(people, site, told);
  await considered(people, site, told);
}

// 20 September: the finding about the council before this one, the executive of the day, and the report, which needs its contents.
async function begun(people, site) {
  const link = await people.as(site, 'link');
  const told = await registered(link, {
    reference: '18 016 599', kind: 'report', dated: '27 August 2019', received: '29 August 2019', subject: "A care leaver's support",
    complainant: 'Mr K', found: 'upheld', predecessor: 'Old Thornmere County Council',
  });
  const inOffice = (await link.offered(`${told.paper}/criticised`, 'members')).map(([name]) => name);
  await link.leave();

  const clerk = await people.as(site, 'clerk');
  const known = await clerk.offered('/desk/members/executive', 'members');
  const members = known.filter(([, name]) => inOffice.includes(name)).map(([value]) => value);
  Object.assign(told, { members: members.length, executive: 3 });
  await clerk.does('/desk/members/executive', { members: members.slice(0, told.executive), from: '6 May 2019' });
  await clerk.leave();

  const monitoring = await people.as(site, 'monitoring');
  told.report = await monitoring.does('/desk/monitoring-reports/begin', { section: 'five_a', manner: 'individual', cases: [String(numberOf(told.case))], what: 'omission' });
  says(await monitoring.cannot(`${told.report}/sign`), 'State the facts.', 'State the law.', 'State the options.', 'head of paid service', 'chief finance officer');
  await monitoring.does(`${told.report}/write`, {
    words: 'The council did not arrange what it owed.', facts: 'The facts are those of the Ombudsman.', law: 'The Children Act 1989, section 23CZB.',
    options: 'To accept the recommendations, or to refuse with reasons.', head_name: 'H. Service', head_on: '20 September 2019',
    finance_name: 'F. Finance', finance_why: 'The post is vacant until October.', steps: "The closing of the panel's waiting list",
  });
  await monitoring.does(`${told.report}/sign`);
  await monitoring.leave();
  return told;
}

// 23 September: copies go by e-mail. From that day the executive has 21 days, and what the report says to stop stands still.
async function served(people, site, told) {
  await site.on('2019-09-23');
  const monitoring = await people.as(site, 'monitoring');
  const { paper } = await monitoring.json(told.report);
  told.first = await monitoring.does(`/desk/papers/${paper.id ?? paper}/circulate`, { in_confidence: 'no' });
  await monitoring.leave();
  const clerk = await people.as(site, 'clerk');
  await allServed(clerk, told, told.first);
  await clerk.sees(told.report, {
    words: ['Monday 14 October 2019'],
    data: (data) => assert.deepEqual([data.first_sent, data.consider_by, data.suspension.suspension], ['2019-09-23', '2019-10-14', 'until_considered']),
  });
  await clerk.leave();
}

// Each copy goes in its own time; until the last has gone, those without one are named.
async function allServed(clerk, told, circulation) {
  let { open } = await clerk.json(circulation);
  for (let tries = 0; tries < 60 && open.length; tries += 1) {
    await new Promise((later) => setTimeout(later, 250));
    ({ open } = await clerk.json(circulation));
  }
  const outside = told.members - told.executive;
  await clerk.sees(circulation, {
    words: [`${outside} of ${outside} outside the executive`, `${told.executive} of ${told.executive} of the executive`],
    data: (data) => assert.deepEqual([data.complete, data.open], [true, []]),
  });
}

// 1 October: Cabinet considers it, and answers in the three parts that the Act names. Everybody gets that too.
async function considered(people, site, told) {
  await site.on('2019-10-01');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.report}/conclude`, { on: '1 October 2019', minute: MINUTE });
  await clerk.sees(told.report, { words: ['2 October 2019'], data: (data) => assert.deepEqual([data.suspended_until, data.suspension.suspension], ['2019-10-02', 'until']) });
  const paper = await clerk.json(told.paper);
  assert.equal(duty(paper.duties, 's5a_executive_consider_21_days').stands, 'Met on 1 October 2019, 13 days in hand');
  await clerk.does(`${told.report}/answer`, { taken: 'None', proposed: 'Train every officer of the panel' });
  const adopt = { minute: MINUTE, in_confidence: 'no' };
  says(await clerk.cannot(`${told.report}/adopt-answer`, adopt), 'Say when each proposed action will be taken.');
  await clerk.does(`${told.report}/answer`, { taken: 'Apologised to the family', proposed: 'Train every officer of the panel: 20 December 2019', reasons: 'The panel did not know the guidance.' });
  told.answer = await clerk.does(`${told.report}/adopt-answer`, adopt);
  await allServed(clerk, told, told.answer);
  await clerk.leave();

  const monitoring = await people.as(site, 'monitoring');
  assert.equal(await monitoring.go(`${told.report}/answer`), 403, 'the monitoring officer does not write the answer to the own report');
  await monitoring.leave();
}
