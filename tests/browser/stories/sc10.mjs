// SC-10: eight earlier cases of the council before this one are looked at again: known by placeholders at first, reported to a board,
// shown to a member of scrutiny, and closed only when each has a finding.

import assert from 'node:assert/strict';

import { planned, recommended, registered } from './cases.mjs';
import { choice, numberOf, says } from './words.mjs';

const BEFORE = 'Thornmere County Council';
const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `PREV-${n}`);
const TITLE = 'Eight earlier cases';
const FOUND = '18 001 971';
const WORDS = '4 done, 4 cannot be shown, of 8';

export async function sc10(people, site) {
  await site.on('2019-10-03');
  const link = await people.as(site, 'link');
  const monitoring = await people.as(site, 'monitoring');
  const told = { report: await tenRecommendations(link) };
  const clerk = await people.as(site, 'clerk');
  const items = await threeItems(clerk);
  await clerk.leave();
  await commissioned(link, told, items);
  await totalMustMatch(link, monitoring, told);
  await boardInTime(link, told, items);
  await memberAsks(people, site, link, monitoring, told);
  await foundLater(link, told);
  await lookedAt(link, monitoring, told);
  for (const person of [link, monitoring]) await person.leave();
}

// The report that began it: its ten recommendations keep their own state throughout.
async function tenRecommendations(link) {
  const report = await registered(link, { reference: '18 016 599', kind: 'report', dated: '27 August 2019', received: '28 August 2019', subject: 'Education at home', complainant: 'Mrs X', predecessor: BEFORE });
  for (let number = 1; number <= 10; number += 1) {
    const personal = number <= 5;
    const kinds = [personal ? 'apology' : 'training'];
    await link.does(`${report.paper}/recommend`, { number, nature: personal ? 'personal' : 'service_improvement', kinds, words: `Do the thing numbered ${number}`, rule: 'three_months' });
  }
  await link.sees(report.case, { words: [`Made against ${BEFORE}, which this council replaced`], data: ({ file }) => assert.equal(file.predecessor, BEFORE) });
  report.before = await link.json(`${report.case}/recommendations`);
  assert.equal(report.before.recommendations.length, 10);
  return report;
}

async function threeItems(clerk) {
  const items = {};
  for (const [name, body, on, title] of [
    ['decided', 'Cabinet', '1 October 2019', 'Report of the Ombudsman'],
    ['scrutiny', 'People Scrutiny Committee', '8 October 2019', 'Extract of the minutes of Cabinet'],
    ['board', 'Health and Wellbeing Board', '30 October 2019', 'Earlier cases: first report'],
  ]) {
    const known = await clerk.offered('/desk/meetings/plan', 'body');
    if (!known.some(([, its]) => its === body)) await clerk.does('/desk/bodies/add', { name: body });
    items[name] = await clerk.does(`${await planned(clerk, body, on)}/add-item`, { number: '9', title });
  }
  return items;
}

// Commissioned by the portfolio holder and the executive director, for eight cases whose references are not known.
async function commissioned(link, told, items) {
  told.review = await link.does('/desk/reviews/commission', {
    title: TITLE, declared: 8, on: '1 October 2019', item: String(numberOf(items.decided)), placeholders: 'yes', predecessor: BEFORE,
    commissioned_by: 'The portfolio holder for children\nThe executive director for people',
  });
  await link.sees(told.review, {
    words: [TITLE, ...EIGHT, 'The portfolio holder for children', 'The executive director for people'],
    data: (data) => {
      assert.deepEqual(data.members.map((m) => m.key), EIGHT);
      assert.deepEqual([data.decided_by, data.commission.by.length, data.summary.of], [numberOf(items.decided), 2, 8]);
      told.cases = data.members.map((m) => m.case);
    },
  });
  assert.equal(new Set(told.cases).size, 8);
}

// Eight were declared: with a ninth, or with one that has no finding, it cannot be closed.
async function totalMustMatch(link, monitoring, told) {
  const close = () => monitoring.cannot(`${told.review}/close`, { why: 'All were seen' });
  says(await close(), 'without a finding: 8');
  await link.does(`${told.review}/take-in`, { references: 'PREV-9' });
  says(await close(), 'commissioned for 8 cases, and 9 are listed');
  says(await link.cannot(`${told.review}/take-in`, { references: 'PREV-3' }), 'PREV-3 is in the review already');
  const ninth = (await link.json(told.review)).members[8].case;
  await link.does(`${told.review}/leave-out`, { case: String(ninth), why: 'Counted twice' });
  await link.sees(told.review, { words: ['PREV-9', 'Counted twice'], data: (data) => assert.deepEqual([data.summary.of, data.left_out[0][0]], [8, 'PREV-9']) });
}

// The Board of 30 October gets the first report: the agenda is out by Tuesday 22 October.
async function boardInTime(link, told, items) {
  for (const item of [items.board, items.scrutiny]) await link.does(`${told.review}/report-to`, { item: String(numberOf(item)) });
  await link.cannot(`${told.review}/report-to`, { item: String(numberOf(items.board)) });
  await link.sees(told.review, {
    words: ['Tuesday 22 October 2019'],
    data: ({ reports }) => assert.deepEqual(reports.map((r) => r.on), ['2019-10-08', '2019-10-30']),
  });
}

// A member asks to see them: shown to that one until a day, and whoever opens it is written down.
async function memberAsks(people, site, link, monitoring, told) {
  const member = await people.as(site, 'member');
  const other = await people.as(site, 'backbench');
  const ofCase = `${told.review}/cases/${told.cases[0]}`;
  assert.deepEqual([await member.go(told.review), await other.go(told.review)], [404, 404]);
  const name = await choice(link, `${told.review}/show-to`, 'member', 'Councillor Maribel Ostergate');
  await link.does(`${told.review}/show-to`, { member: name, why: 'People Scrutiny asked on 8 October', until: '31 October 2019' });
  await member.sees(told.review, { words: [TITLE], data: ({ openings }) => assert.deepEqual(openings, [], 'who opened it is not for members') });
  await member.sees(ofCase);
  await member.sees('/members', { words: [TITLE], data: ({ reviews }) => assert.deepEqual(reviews.map((r) => r.title), [TITLE]) });
  assert.equal(await member.go(`/desk/cases/${told.cases[0]}`), 403, 'the desk stays shut');
  assert.deepEqual([await other.go(told.review), await other.go(ofCase)], [404, 404]);
  await monitoring.sees(told.review, {
    words: ['Councillor Maribel Ostergate'],
    data: ({ openings, shown }) => {
      assert.ok(openings.some((o) => o.case_file_id === told.cases[0]), 'the case that was opened is written down');
      assert.deepEqual(shown.map((s) => s.shown_by), ['Imogen Farrier']);
    },
  });
  for (const person of [member, other]) await person.leave();
}

// A reference turns up: the case keeps its place, and its old recommendation joins the tracker with the review as its origin.
async function foundLater(link, told) {
  const file = `/desk/cases/${told.cases[0]}`;
  await link.does(`${file}/name`, { reference: FOUND });
  const paper = await registered(link, { reference: FOUND, kind: 'statement', dated: '27 September 2018', received: '28 September 2018', subject: 'School transport' });
  assert.equal(paper.case, file);
  await recommended(link, paper.paper, { number: 1, nature: 'service_improvement', kinds: ['training'], words: 'Train the transport team', rule: 'three_months' });
  await link.sees(told.review, {
    words: [FOUND, ...EIGHT.slice(1)],
    data: ({ members }) => assert.deepEqual([members[0].key, members[0].dated, members[0].agreed[0].text], [FOUND, '2018-09-27', 'Train the transport team']),
  });
  await link.sees(`${file}/recommendations`, { data: (data) => assert.deepEqual([data.origin, data.recommendations[0].due_on], ['review', '2018-12-27']) });
}

// Four were done and four cannot be shown, each with something new to be done. Then it is closed, by the monitoring officer alone.
async function lookedAt(link, monitoring, told) {
  for (const [at, one] of told.cases.entries()) {
    const finding = { case: String(one), finding: at < 4 ? 'done' : 'cannot_be_shown', evidence: `Archive box ${at + 1}` };
    if (at === 4) says(await link.cannot(`${told.review}/finding`, finding), 'Say what is done now');
    await link.does(`${told.review}/finding`, at < 4 ? finding : { ...finding, new_action: 'Write to the family and ask' });
  }
  await link.sees(told.review, {
    words: [WORDS, 'Cannot be shown', 'Archive box 8'],
    data: (data) => {
      assert.deepEqual([data.words, data.summary.done, data.summary.cannot_be_shown, data.summary.of], [WORDS, 4, 4, 8]);
      assert.ok(JSON.stringify(data.report.text).includes(WORDS), 'the report to the board says it in text');
      assert.equal(data.report.table.length, 8, 'and in a table');
    },
  });
  assert.equal(await link.go(`${told.review}/close`), 403, "it is the monitoring officer's");
  await monitoring.does(`${told.review}/close`, { why: 'Every case was looked at' });
  const counted = async (state) => (await link.json(`/desk/reviews?state=${state}`)).total;
  assert.deepEqual([await counted('open'), await counted('closed')], [0, 1]);
  assert.deepEqual(await link.json(`${told.report.case}/recommendations`), told.report.before, 'the ten keep their own state');
}
