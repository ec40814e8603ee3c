// SC-06: the monitoring officer's report under section 5A goes to every member, and the executive's answer too: whoever has no copy
// keeps the duty open and is named. What Cabinet decided is held until call-in is over, and governs where the minutes leave a body out.
//
// The council of the scenario has 82 members; this one has those of the demonstration.

import assert from 'node:assert/strict';

import { duty, planned, recommended, registered } from './cases.mjs';
import { BEFORE, BOARD, DECIDED, ITEM, MINUTE, MINUTED, OTHER_NAMES, POST, SCRUTINY, TASKS, TEN } from './sc06_facts.mjs';
import { anybody, choice, numberOf, publicWords, says } from './words.mjs';

const UNSERVED = 'Councillor Vincent Orrelby';
const NOTE = 'The decision was read out at the meeting; the minute left a body out.';
const WAITS = 'Call-in holds the decision. Nothing of it is carried out before that ends';
const HELD = 'Not effective: call-in to Thursday 10 October 2019; it may be carried out from Friday 11 October 2019';

export async function sc06(people, site) {
  await site.on('2019-09-20');
  const told = await begun(people, site);
  await onePost(people, site, told);
  await served(people, site, told);
  await considered(people, site, told);
  await decided(people, site, told);
  await published(people, site, told);
  await textsDiffer(people, site, told);
  await carriedOut(people, site, told);
}

// 20 September: the finding about the council before this one, the executive of the day, and the report, which needs its contents.
async function begun(people, site) {
  const link = await people.as(site, 'link');
  const told = await registered(link, {
    reference: '18 016 599', kind: 'report', dated: '27 August 2019', received: '29 August 2019', subject: "A care leaver's support",
    complainant: 'Mr K', found: 'upheld', predecessor: BEFORE,
  });
  for (const [at, [nature, kind, words, amount]] of TEN.entries()) {
    await recommended(link, told.paper, { number: at + 1, nature, kinds: [kind], words, rule: 'three_months', ...(amount && { amount }) });
  }
  const inOffice = (await link.offered(`${told.paper}/criticised`, 'members')).map(([name]) => name);
  await link.leave();

  const clerk = await people.as(site, 'clerk');
  const known = await clerk.offered('/desk/members/executive', 'members');
  const members = known.filter(([, name]) => inOffice.includes(name)).map(([value]) => value);
  // The Leader has a seat on Cabinet already.
  Object.assign(told, { members: members.length, executive: 4 });
  await clerk.does('/desk/members/executive', { members: members.slice(0, 3), from: '6 May 2019' });
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

// The same day: the papers call one post by three names. Each leads to it, and none to two.
async function onePost(people, site, told) {
  const admin = await people.as(site, 'admin');
  const posts = await admin.json('/desk/posts');
  const numbered = (title) => posts.find((p) => p.title === title).post;
  told.post = numbered(POST);
  await admin.does(`/desk/posts/${told.post}/names`, { names: OTHER_NAMES.join('\n') });
  says(await admin.cannot(`/desk/posts/${numbered('Chief executive')}/names`, { names: OTHER_NAMES[0] }), `“${OTHER_NAMES[0]}” is the name of another post`);
  await admin.sees('/desk/posts', {
    words: [`Also called: ${[...OTHER_NAMES].sort().join('; ')}`],
    data: (all) => assert.deepEqual(all.filter((p) => p.other_names).map((p) => [p.title, p.other_names]), [[POST, [...OTHER_NAMES].sort()]]),
  });
  await admin.leave();
}

// 23 September: copies go by e-mail. From that day the executive has 21 days, and what the report says to stop stands still.
async function served(people, site, told) {
  await site.on('2019-09-23');
  const monitoring = await people.as(site, 'monitoring');
  const { paper } = await monitoring.json(told.report);
  told.first = await monitoring.does(`/desk/papers/${paper.id ?? paper}/circulate`, { in_confidence: 'no' });
  await monitoring.leave();
  const clerk = await people.as(site, 'clerk');
  // The last lawful day for the agenda of 1 October.
  told.meeting = await planned(clerk, 'Cabinet', '1 October 2019');
  told.item = await clerk.does(`${told.meeting}/add-item`, { number: '59', title: 'Report of the monitoring officer', cases: '18 016 599', agenda_text: 'To consider the report.' });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Agenda published' });
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

// The same evening: Cabinet accepts the ten, and asks one post to report to two bodies.
async function decided(people, site, told) {
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.item}/answers`, { answer: 'accepted' });
  await clerk.does(`${told.item}/decision`, {
    text: DECIDED, reasons: 'What went wrong is put right.', options_rejected: 'None', interests: 'None', key: 'no', result: 'approved', tasks: TASKS,
  });
  told.decision = `/desk/decisions/${(await clerk.json(told.item)).decision_record}`;
  await clerk.leave();
}

// 3 October: the decision is published. It can be called in to the 10th, and is carried out from the 11th.
async function published(people, site, told) {
  await site.on('2019-10-03');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.meeting}/publish`, { reason: 'Decisions published', read: ['yes'] });
  const { item } = JSON.parse((await anybody(site.base, `${ITEM}.json`)).text);
  told.public = `/decisions/${item.decision_number}`;
  const { effect_words: words, window } = JSON.parse((await anybody(site.base, `${told.public}.json`)).text);
  assert.deepEqual([words, window], [HELD, { published: '2019-10-03', closes: '2019-10-10', until: null, act_from: '2019-10-11' }]);
  says(await publicWords(site.base, told.public), HELD, `Clause (b): ${POST}, carry out the actions`, `Clause (d): ${SCRUTINY}, hear of progress`,
    `Clause (d): ${BOARD}, hear the first report, by 30 October 2019`);
  await cameBack(clerk, told);
  await clerk.leave();
}

// One copy of the answer came back: the duty is open again, and the member is named.
async function cameBack(clerk, told) {
  const at = `${told.answer}/receipt`;
  const person = await choice(clerk, at, 'person', UNSERVED);
  await clerk.does(at, { person, what: 'bounced', why: 'Mailbox full', at: '2019-10-03 00:01' });
  const outside = told.members - told.executive;
  await clerk.sees(told.answer, {
    words: ['Open', `Still owed a copy: ${UNSERVED}`, `${outside - 1} of ${outside} outside the executive`, 'Mailbox full'],
    data: (data) => assert.deepEqual([data.complete, data.open], [false, [UNSERVED]]),
  });
  const { duties } = await clerk.json(told.paper);
  const sent = duty(duties, 's5a_executive_response_send');
  assert.equal(sent.stands, 'Waits: no day can be said yet');
  says(JSON.stringify(sent.events), UNSERVED);
}

// 8 October: the copy is served by hand. The draft minutes name the Board alone, so the two texts wait for a note; the decision
// governs, and so the post reports to both.
async function textsDiffer(people, site, told) {
  await site.on('2019-10-08');
  const clerk = await people.as(site, 'clerk');
  const at = `${told.answer}/receipt`;
  await clerk.does(at, { person: await choice(clerk, at, 'person', UNSERVED), what: 'by_hand', at: '2019-10-08 00:01' });
  assert.equal(duty((await clerk.json(told.paper)).duties, 's5a_executive_response_send').stands, 'Met on 8 October 2019');

  await clerk.does(`${told.item}/minute`, { public_words: MINUTED });
  await clerk.sees(told.decision, {
    words: ['Needs a note', `${SCRUTINY} is named only as published`, 'Clause (d): as published and as minuted', 'Actions follow the text as published'],
    data: (data) => {
      says(data.texts_differ, 'first in clause (d)');
      const clause = (texts) => texts.find((c) => c.label === '(d)').text;
      assert.deepEqual([clause(data.texts.published).includes(SCRUTINY), clause(data.texts.minuted).includes(SCRUTINY)], [true, false]);
    },
  });
  const minutes = { reason: 'Minutes published', read: ['yes'] };
  says(await clerk.cannot(`${told.meeting}/publish`, minutes), 'Texts differ, first in clause (d)');
  says(await clerk.cannot(`${told.decision}/texts-differ`, { governs: 'resolved', why: NOTE }), 'There is no such text');
  await clerk.does(`${told.decision}/texts-differ`, { governs: 'published', why: NOTE });
  await clerk.does(`${told.meeting}/publish`, minutes);
  const shown = await publicWords(site.base, told.public);
  says(shown, 'Texts of this decision differ', 'the text as published governs', NOTE, 'These clauses do not have the same words: (d)',
    `to the ${SCRUTINY} and the ${BOARD}`, `report progress to the ${BOARD}`);

  const form = `${told.item}/actions?clause=(d)`;
  const { given } = await clerk.json(form);
  assert.deepEqual([given.owner, [...given.reports_to].sort()], [[POST], [SCRUTINY, BOARD].sort()]);
  told.action = await clerk.does(form, { origin: 'clause', clause: '(d)', due: '30 October 2019' });
  await clerk.sees(told.action, { words: [POST, SCRUTINY, BOARD, 'Held', WAITS], data: ({ held }) => assert.equal(held, WAITS) });
  await clerk.leave();
}

// 11 October: nobody called it in, and it takes effect. The figures count the case for this council and say whose it was.
async function carriedOut(people, site, told) {
  await site.on('2019-10-11');
  const clerk = await people.as(site, 'clerk');
  says(await publicWords(site.base, told.public), 'In effect since Friday 11 October 2019');
  await clerk.sees(told.action, { words: ['30 October 2019'], not: [WAITS], data: ({ held }) => assert.equal(held, null) });
  await clerk.does('/desk/actions/publish', { reason: 'Actions of 1 October 2019' });
  says(await publicWords(site.base, '/actions/2019-10-01-cabinet-1'), POST, SCRUTINY, BOARD, '30 October 2019');

  await clerk.does(`${told.case}/publish`, { reason: 'The Ombudsman has published it' });
  await clerk.does('/desk/figures/publish', { reason: 'Figures of remedies for a person' });
  says(await publicWords(site.base, '/ombudsman/cases/18-016-599'), 'Made against, before this council took its place', BEFORE);
  const figures = JSON.parse((await anybody(site.base, '/ombudsman/improvements.json')).text);
  const five = { year: '2019-20', due: 5, in_time: 0, late: 0, pending: 5 };
  assert.deepEqual([figures.figures, figures.predecessors, figures.personal.predecessors], [[five], [BEFORE], [BEFORE]]);
  const note = `These figures count cases that were made against ${BEFORE}, which this council replaced.`;
  assert.equal((await publicWords(site.base, '/ombudsman/improvements')).split(note).length, 3, 'said of both tables');
  await clerk.leave();
}
