// One report of the Ombudsman about two services goes from Cabinet to two scrutiny committees and to Council. What each body says
// stands in the report to the next; the Ombudsman closes the case on the way.

import assert from 'node:assert/strict';

import { letter, recommended, registered } from './cases.mjs';
import { allStated } from './facts.mjs';
import { pdf } from './files.mjs';
import { FACTS, LEFT_OUT } from './four_bodies_facts.mjs';
import {
  CABINET, CHAIR, CHILDREN, CORPORATE, DISCUSSED, HOUSING, IN_COUNCIL, MAYOR, MEMBER, MOTION, RAISED, REPORT, SCRUTINY, TITLE, UPDATE, VICE_CHAIR, YOUNG,
} from './four_bodies_words.mjs';
import { begun, exchanged, minuted, room, seated } from './taken_down.mjs';
import { choice, numberOf, says } from './words.mjs';
import { cleared, reportKind, written } from './written.mjs';

const REFERENCE = '20 002 118';

// Each body, the day on which it meets, the number of the item, and how its page is called.
const STOPS = [
  ['Cabinet', '4 May 2021', '6', '2021-05-04-cabinet'],
  [YOUNG, '9 June 2021', '5', '2021-06-09-children-and-families-overview-and-scrutiny-committee'],
  [CORPORATE, '1 July 2021', '124', '2021-07-01-corporate-overview-and-scrutiny-committee'],
  ['Council', '22 July 2021', '183', '2021-07-22-council'],
];

export async function fourBodies(people, site) {
  const told = await arrived(people, site);
  await atCabinet(people, site, told);
  await atTheFirstCommittee(people, site, told);
  await closed(people, site, told);
  await atTheSecondCommittee(people, site, told);
  await atCouncil(people, site, told);
  assert.deepEqual([FACTS.length, LEFT_OUT.length], [60, 0]);
  await allStated(people, site, FACTS, await pages(site));
}

// 23 April: the Ombudsman has published. The link officer has registered the report since it came; the agenda of Cabinet goes out.
async function arrived(people, site) {
  await site.on('2021-04-23');
  const link = await people.as(site, 'link');
  const told = await registered(link, {
    reference: REFERENCE, kind: 'report', dated: '24 March 2021', received: '25 March 2021', published: '23 April 2021', subject: 'A family without a home',
    services: "Housing\nChildren's services", complainant: 'Ms D', found: 'upheld', findings: 'Two services acted one after the other.',
  });
  told.remedies = [];
  for (const [number, kind, words] of [[1, 'training', 'Train staff of both services.'], [2, 'policy', 'Settle how both services act jointly.'], [3, 'review', 'Review how cases pass between services.']]) {
    told.remedies.push(await recommended(link, told.paper, { number, nature: 'service_improvement', kinds: [kind], words, rule: 'three_months' }));
  }
  await link.leave();
  await reportKind(people, site, 'Recommendations\nFindings');
  const clerk = await people.as(site, 'clerk');
  await seated(clerk, CORPORATE, { [CHAIR]: 'chair', [VICE_CHAIR]: 'vice_chair', [MEMBER]: 'member' });
  await seated(clerk, 'Council', { [MAYOR]: 'chair', [HOUSING]: 'member', [CHILDREN]: 'member', [MEMBER]: 'member' });
  told.meetings = [];
  for (const [body, on] of STOPS) {
    const id = await choice(clerk, '/desk/meetings/plan', 'body', body);
    told.meetings.push(await clerk.does('/desk/meetings/plan', { body: id, on, starts: '18:30', place: 'Council Chamber, Guildhall' }));
  }
  told.items = [await clerk.does(`${told.meetings[0]}/add-item`, { number: '6', title: TITLE, cases: REFERENCE })];
  const author = await people.as(site, 'author');
  const monitoring = await people.as(site, 'monitoring');
  const appendix = { name: 'appendix-a.pdf', mimeType: 'application/pdf', buffer: pdf('Appendix A') };
  await author.does(`${told.items[0]}/add-paper`, { title: "Appendix A: the Ombudsman's report", whose: 'ombudsman', file: appendix });
  told.report = await written(author, told.items[0], TITLE, REPORT);
  await cleared(author, monitoring, told.report);
  await clerk.does(`${told.meetings[0]}/publish`, { reason: 'Agenda published' });
  for (const person of [clerk, author, monitoring]) await person.leave();
  return told;
}

// 4 May: Cabinet notes the findings and refers the report to both committees and to Council. The reply goes, 51 days in hand.
async function atCabinet(people, site, told) {
  await site.on('2021-05-04');
  const clerk = await people.as(site, 'clerk');
  const [item] = told.items;
  await clerk.does(`${item}/answers`, { answer: 'accepted' });
  await decidedByHand(clerk, told.meetings[0], item, CABINET, { key: 'no' });
  for (const [body, asked] of [[YOUNG, 'Comment on it for Council.'], [CORPORATE, 'Comment on it for Council.'], ['Council', 'Receive it with the comments of both committees.']]) {
    await clerk.does(`${item}/refer`, { to: await choice(clerk, `${item}/refer`, 'to', body), asked });
  }
  told.issue = `/desk/issues/${(await clerk.json(item)).item.issue_id}`;
  await takenUp(people, site, clerk, told, 1);
  await clerk.does(`${told.meetings[1]}/publish`, { reason: 'Agenda published' });
  await clerk.leave();
  const link = await people.as(site, 'link');
  await link.does(`${told.case}/log-letter`, letter('reply', 'council', '4 May 2021', 'Cabinet considered the report'));
  await link.sees(told.paper, { words: ['Met on 4 May 2021, 51 days in hand'] });
  await link.leave();
}

// A body that decides at once: the clerk records the decision and the minute, and publishes both.
async function decidedByHand(clerk, meeting, item, { text, minute }, more = {}) {
  await clerk.does(`${item}/decision`, { text, reasons: 'None', options_rejected: 'None', interests: 'None', result: 'noted', ...more });
  await clerk.does(`${item}/minute`, { public_words: minute });
  await clerk.does(`${meeting}/publish`, { reason: 'Decision and minute published', read: ['yes'] });
}

// The next body takes the report up as an item of its own; the version for it says what the bodies before it said.
async function takenUp(people, site, clerk, told, at, update = '') {
  const [body, , number] = STOPS[at];
  const { id } = (await clerk.json(told.issue)).referrals.find((one) => one.to_body === body);
  told.items.push(await clerk.does(`/desk/referrals/${id}/take-up`, { how: 'new', meeting: String(numberOf(told.meetings[at])), number, papers: [] }));
  const author = await people.as(site, 'author');
  const monitoring = await people.as(site, 'monitoring');
  await author.does(`${told.report}/for-next-body`, { item: String(numberOf(told.items[at])), update });
  await cleared(author, monitoring, told.report);
  for (const person of [author, monitoring]) await person.leave();
}

// 9 June: the first committee notes the report and comments on it.
async function atTheFirstCommittee(people, site, told) {
  await site.on('2021-06-09');
  const clerk = await people.as(site, 'clerk');
  await decidedByHand(clerk, told.meetings[1], told.items[1], SCRUTINY);
  await takenUp(people, site, clerk, told, 2);
  await clerk.leave();
}

// 22 June: everything is done, and the Ombudsman writes that the case is closed, before two of the bodies have met.
async function closed(people, site, told) {
  await site.on('2021-06-22');
  const link = await people.as(site, 'link');
  for (const remedy of told.remedies) await link.does(`${remedy}/claim`, { claim: 'done', done_on: '30 April 2021' });
  const log = `${told.case}/log-letter`;
  await link.does(log, letter('satisfaction', 'ombudsman', '22 June 2021', 'Satisfied', {
    outcome: await choice(link, log, 'outcome', 'Remedy complete and satisfied'), recommendations: told.remedies.map((one) => String(numberOf(one))),
  }));
  await link.leave();
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.meetings[2]}/publish`, { reason: 'Agenda published' });
  await clerk.leave();
}

// 1 July: the second committee raises four points. Its minutes speak of a family, so somebody reads them before they go out.
async function atTheSecondCommittee(people, site, told) {
  await site.on('2021-07-01');
  const clerk = await people.as(site, 'clerk');
  const [meeting, item] = [told.meetings[2], told.items[2]];
  const here = await room(clerk, meeting);
  await begun(here, { came: [CHAIR, VICE_CHAIR, MEMBER], chair: CHAIR, item: '124' });
  await here.take('write', { items: ['124'], part: 'discussion', words: DISCUSSED });
  for (const point of RAISED) await exchanged(here, point);
  await here.take('resolve', { clauses: 'The Committee noted the report.' });
  await here.take('close');
  await clerk.does(`${item}/decision`, { reasons: 'None', options_rejected: 'None', interests: 'None', result: 'noted' });
  await clerk.does(`${meeting}/publish`, { reason: 'Decision published' });
  await minuted(clerk, meeting, CHAIR, async (publish) => says(await clerk.cannot(publish, { reason: 'Draft minutes published' }), 'family'));
  await takenUp(people, site, clerk, told, 3, UPDATE);
  await clerk.does(`${told.meetings[3]}/publish`, { reason: 'Agenda published' });
  await clerk.leave();
}

// 22 July: Council notes the comments of both committees and the update. The whole way is public.
async function atCouncil(people, site, told) {
  await site.on('2021-07-22');
  const clerk = await people.as(site, 'clerk');
  const [meeting, item] = [told.meetings[3], told.items[3]];
  const here = await room(clerk, meeting);
  await begun(here, { came: [MAYOR, HOUSING, CHILDREN, MEMBER], chair: MAYOR, item: '183' });
  await here.take('write', { items: ['183'], part: 'discussion', words: IN_COUNCIL });
  await here.take('move', { words: MOTION, mover: here.who(HOUSING), seconder: here.who(CHILDREN) });
  await here.take('vote', { taken: 'unanimous' });
  await here.take('resolve');
  await here.take('close');
  await clerk.does(`${item}/decision`, { reasons: 'None', options_rejected: 'None', interests: 'None', result: 'noted' });
  await clerk.does(`${meeting}/publish`, { reason: 'Decision published' });
  await minuted(clerk, meeting, MAYOR);
  await clerk.does(`${told.case}/publish`, { reason: 'Considered by four bodies and closed' });
  await clerk.does(`${told.issue}/publish`, { reason: 'Considered by four bodies' });
  await clerk.leave();
}

// Where the public reads it.
async function pages(site) {
  const items = STOPS.map(([, , number, meeting]) => `/meetings/${meeting}/items/${number}`);
  const { item: last } = await (await fetch(`${site.base}${items[3]}.json`)).json();
  const report = last.papers.find((paper) => paper.type === 'HTML').number;
  // The name of a document is part of its address: its number leads there.
  const { url } = await fetch(`${site.base}/documents/${report}`);
  return {
    cabinet: items[0], corporate: items[2], council: items[3],
    issue: `/issues/${last.issue.number}`, report: new URL(url).pathname, case: '/ombudsman/cases/20-002-118',
  };
}
