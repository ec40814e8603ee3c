// SC-05, August and September 2019: the draft of a further report comes nine days after the month's forward plan, and what is
// said on it must be with the Ombudsman by 12 September. So Cabinet takes it in private, with five clear days' notice instead of
// 28, and without waiting for call-in.

import assert from 'node:assert/strict';

import { duty, letter, NOTED, planned, registered } from './cases.mjs';
import { pdf } from './files.mjs';
import { choice, decisionOf, numberOf, publicWords, says, saysNot } from './words.mjs';

const TITLE = 'A draft report of the Ombudsman';
const LATE = 'The draft came on 14 August, nine days after the forward plan of August was published.';
const PRIVATE = 'The draft is given to the council for comment alone, and it tells of one family and of legal advice.';
const CHAIR = 'Councillor Kwabena Littlemore';
const MEETING = '/meetings/2019-09-03-cabinet';
const COMMENTS = 'That the comments in the exempt report be sent to the Ombudsman.';
const DRAFT = { name: 'draft.pdf', mimeType: 'application/pdf', buffer: pdf('The council keeps its policy') };
const HARM = 'The time for comments ends on the day on which call-in would end.';
// What the public may not learn of the draft.
const SECRETS = ['School transport', '17 905 652', '17-905-652', 'draft.pdf', 'The council keeps its policy'];

// What regulation 9 asks an entry to say, but for its day.
const ENTRY = {
  title: TITLE, matter: 'What the council says to the Ombudsman on a draft report', decider: 'body', members: 'Councillor Maribel Ostergate\nCouncillor Oriel Hensby',
  pounds: '0', significant: 'no', affected: '3', key_why: 'The policy in question covers the whole borough',
  member: 'The leader of the council', officer: 'Democratic services, Guildhall', consultees: 'None', how_consulted: 'Nobody is consulted',
  documents: 'Report of the monitoring officer', copies_from: 'Guildhall, Market Place, Thornmere', later_documents: 'Ask democratic services',
  private: 'yes', private_reason: PRIVATE, scrutiny: 'Overview and Scrutiny Committee', service: 'Education',
};

export async function theDraft(people, site, told) {
  await planOfAugust(people, site);
  await drafted(people, site, told);
  await exceptionGiven(people, site, told);
  await decidedAndWaived(people, site, told);
  await sent(people, site, told);
}

// 5 August: the forward plan of the month goes out, without a word of what nobody knows yet.
async function planOfAugust(people, site) {
  await site.on('2019-08-05');
  const clerk = await people.as(site, 'clerk');
  const body = await choice(clerk, '/desk/forward-plan/add', 'body', 'Cabinet');
  await clerk.does('/desk/forward-plan/add', {
    ...ENTRY, body, title: 'Winter maintenance of roads', matter: 'Whether to let the contract again', private: 'no', private_reason: '', when: 'day', on: '8 October 2019',
  });
  await clerk.does('/desk/forward-plan/publish', { reason: 'Forward plan of August 2019' });
  await clerk.leave();
}

// 14 August: the draft of a further report, with the day that it names for comments.
async function drafted(people, site, told) {
  await site.on('2019-08-14');
  const link = await people.as(site, 'link');
  const draft = await registered(link, { reference: told.reference, kind: 'draft_report', dated: '14 August 2019', answer_by: '12 September 2019', subject: 'School transport' }, {
    check: ['Last day Thursday 12 September 2019', 'has a file already'],
  });
  assert.equal(draft.case, told.case);
  told.draftPaper = draft.paper;
  await link.sees(draft.paper, {
    words: ['Last day Thursday 12 September 2019'],
    data: ({ duties }) => assert.deepEqual(duties.map((d) => [d.duty, d.due_on]), [['lgsco_draft_report_comments', '2019-09-12']]),
  });
  await link.leave();
}

// 23 August: the last day on which anything of 3 September can be noticed. 28 clear days were over on the day of August's plan.
async function exceptionGiven(people, site, told) {
  await site.on('2019-08-23');
  const clerk = await people.as(site, 'clerk');
  const monitoring = await people.as(site, 'monitoring');
  const meeting = await planned(clerk, 'Cabinet', '3 September 2019');
  const item = await clerk.does(`${meeting}/add-item`, { number: '4', title: 'School transport: draft of a further report', public_title: TITLE, cases: told.reference });
  await monitoring.does(`${item}/private`, {
    ground: 'reg4_2b', paragraphs: ['1', '5'], public_interest: 'The Ombudsman asks that drafts be kept, and advice is given in confidence.', reason: PRIVATE,
  });
  await exemptPaper(clerk, monitoring, item);
  const body = await choice(clerk, '/desk/forward-plan/add', 'body', 'Cabinet');
  const entry = await clerk.does('/desk/forward-plan/add', { ...ENTRY, body, when: 'meeting', meeting: String(numberOf(meeting)) });
  await clerk.does(`${entry}/item`, { item: String(numberOf(item)) });
  await clerk.sees(item, {
    words: ['Stops the agenda', 'FP-2019-002: The entry was due by Monday 5 August 2019, 28 clear days before; it is not published.', 'Way out: tell the chair of scrutiny in writing'],
    data: (its) => {
      assert.deepEqual(its.in_the_way.map((one) => [one.in_the_way, one.by]), [['first_notice_missing', '2019-08-05'], ['second_notice_missing', '2019-08-23']]);
      assert.deepEqual([its.planned.entries[0][2].way, its.planned.faults.map(([, bars]) => bars)], ['none', [true]]);
    },
  });
  says(await clerk.cannot(`${meeting}/publish`, { reason: 'Agenda published' }), 'due by Monday 5 August 2019', 'regulation 5(2)');
  Object.assign(told, { draft: { meeting, item, entry } });
  await noticed(clerk, told.draft);
  await publiclyNoticed(site);
  for (const person of [clerk, monitoring]) await person.leave();
}

// The draft itself is for Cabinet and for those who advise it.
async function exemptPaper(clerk, monitoring, item) {
  const paper = await clerk.does(`${item}/add-paper`, { title: 'The draft', whose: 'ombudsman', file: DRAFT });
  await monitoring.does(`${paper}/restrict`, {
    kind: 'exempt', paragraphs: ['1', '5'], public_interest: 'The Ombudsman asks that drafts be kept, and advice is given in confidence.',
    public_reason: 'It is a draft and it tells of one family.', groups: ['body:cabinet'], review_on: '14 February 2020', challenge: 'Write to the monitoring officer.',
  });
}

// The chair of scrutiny is told why 28 days were impracticable, and agrees that the private meeting cannot wait. Then it can go out.
async function noticed(clerk, { meeting, item, entry }) {
  const given = { told: CHAIR, available: '23 August 2019', reason: LATE };
  says(await clerk.cannot(`${entry}/general-exception`, { ...given, available: '24 August 2019' }), 'not before');
  says(await clerk.cannot(`${entry}/general-exception`, { ...given, reason: '' }), 'Why 28 clear days were impracticable');
  await clerk.does(`${entry}/general-exception`, given, {
    check: ['The decision can be made from Tuesday 3 September 2019: regulation 10(1).', 'It is to be made on Tuesday 3 September 2019.'],
  });
  await clerk.does(`${item}/notice`, { kind: 'first', published_on: '23 August 2019' });
  await clerk.does(`${item}/notice`, { kind: 'second', published_on: '23 August 2019' });
  await clerk.does(`${item}/agreement`, { capacity: 'chair_of_scrutiny', name: CHAIR, on: '23 August 2019', reason: LATE });
  await clerk.does(`${item}/notice`, { kind: 'reasons', published_on: '23 August 2019', words: LATE });
  await clerk.sees(entry, {
    words: ['General exception', LATE, CHAIR],
    data: ({ way, exception }) => assert.deepEqual([way.way, way.from, exception.available], ['general_exception', '2019-09-03', '2019-08-23']),
  });
  await clerk.sees(item, {
    words: ['General exception'], not: ['Stops the agenda'],
    data: (its) => assert.deepEqual([its.planned.faults, its.in_the_way], [[], []]),
  });
  await clerk.does('/desk/forward-plan/publish', { reason: 'Notice of the general exception' });
  await clerk.does(`${meeting}/publish`, { reason: 'Agenda published' });
}

// Anybody reads that there will be a decision, when, why so late and why in private; and nothing of the matter.
async function publiclyNoticed(site) {
  const entry = await publicWords(site.base, '/forward-plan/entries/FP-2019-002');
  says(entry, TITLE, 'Key decision Yes.', 'on Tuesday 3 September 2019', `In private Yes. ${PRIVATE}`, 'Less than 28 clear days: see the reasons below.',
    'General exception', 'regulation 10', `Told in writing ${CHAIR}`, 'Notice made available 23 August 2019', LATE, 'The first was published on 23 August 2019');
  const item = await publicWords(site.base, `${MEETING}/items/4`);
  says(item, TITLE, 'is to be excluded', 'regulation 4(2)(b)', 'paragraph 1, information about an individual', 'paragraph 5, information that legal professional privilege protects');
  for (const words of [entry, item, await publicWords(site.base, '/forward-plan'), await publicWords(site.base, MEETING)]) saysNot(words, ...SECRETS);
}

// 3 September: Cabinet says what it has to say. The chair of the council agreed the day before that call-in cannot be waited for.
async function decidedAndWaived(people, site, told) {
  const { item } = told.draft;
  await site.on('2019-09-03');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${item}/decision`, {
    ...NOTED, text: COMMENTS, reasons: 'Advice is that the policy is lawful.', key: 'yes', entry: 'FP-2019-002', authority: 'Local Government Act 1974, section 31A',
  });
  told.draft.decision = `/desk/decisions/${(await clerk.json(item)).decision_record}`;
  const waiver = {
    capacity: 'chair_of_authority', name: 'Councillor Oriel Hensby', on: '2 September 2019', reason: 'The Ombudsman waits for nobody after 12 September.',
    former_could_not: 'The chair of scrutiny has an interest in the matter.', waiver_reason: HARM, rule: 'Part 4, rule 16',
  };
  says(await clerk.cannot(`${told.draft.decision}/waive-call-in`, { ...waiver, on: '4 September 2019' }), 'before the decision on 3 September 2019', 'later agreement heals nothing');
  says(await clerk.cannot(`${told.draft.decision}/waive-call-in`, { ...waiver, former_could_not: '' }), 'could not act: say why');
  await clerk.does(`${told.draft.decision}/waive-call-in`, waiver);
  await clerk.leave();
}

// 5 September: it is published, and the comments go. Nothing waits for 12 September, when call-in would end.
async function sent(people, site, told) {
  await site.on('2019-09-05');
  const clerk = await people.as(site, 'clerk');
  await clerk.does(`${told.draft.meeting}/publish`, { reason: 'Decision published', read: ['yes'] });
  await clerk.sees(told.draft.decision, {
    words: ['In effect since Tuesday 3 September 2019', 'Part 4, rule 16', HARM],
    data: ({ window, effect }) => assert.deepEqual([window.published, window.closes, window.act_from, effect.effect, effect.since], ['2019-09-05', '2019-09-12', '2019-09-13', 'in_effect', '2019-09-03']),
  });
  const shown = await publicWords(site.base, await decisionOf(site, `${MEETING}/items/4`));
  says(shown, 'In effect since Tuesday 3 September 2019', 'Call-in is waived under Part 4, rule 16. Agreed by Councillor Oriel Hensby, chair of the council, on 2 September 2019.', HARM, COMMENTS,
    'Key decision Yes: entry FP-2019-002 of the forward plan');
  saysNot(shown, ...SECRETS);
  await clerk.leave();
  const link = await people.as(site, 'link');
  await link.does(`${told.case}/log-letter`, letter('comments', 'council', '5 September 2019', 'What the council says on the draft'));
  await link.sees(told.draftPaper, { words: ['Met on 5 September 2019, 7 days in hand'] });
  await link.leave();
}
