// What the record must state of the finding about the predecessor, one row a fact: number, what is stated, where, and the words or a
// check of them. Every row is asked for on the published page.

import assert from 'node:assert/strict';

import { AGENDA, BEFORE, BOARD, DIRECTOR, PORTFOLIO, REFERENCE, SCRUTINY, TITLE } from './predecessor_words.mjs';

const item = () => '/meetings/2019-10-01-cabinet/items/59';
const scrutiny = () => '/meetings/2019-10-08-people-scrutiny-committee/items/7';
const board = () => '/meetings/2019-10-30-health-and-wellbeing-board/items/5';
const file = () => '/ombudsman/cases/18-016-599';
const decision = (told) => told.public.decision;
const issue = (told) => told.public.issue;
const report = (told) => told.public.report;
const statutory = (told) => told.public.statutory;
const action = (number) => () => `/actions/2019-10-01-cabinet-${number}`;

// Words that stand in one order on a page.
const inOrder = (...words) => (_, text) => {
  const places = words.map((one) => text.indexOf(one));
  assert.ok(places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1])), `${words} stand at ${places}`);
};

const minutes = (...words) => (_, text) => {
  const minute = text.slice(text.indexOf('Draft minutes, not yet confirmed'));
  for (const one of words) assert.ok(minute.includes(one), `“${one}” is not minuted`);
};

export const FACTS = [
  ['004-01', 'the item has a page and a number', item, ['Number on the agenda 59', 'Cabinet, 1 October 2019']],
  ['004-02', 'the statutory report is the item itself', item, TITLE],
  ['004-03', 'a corporate director, who is the monitoring officer, made the report', item, AGENDA],
  ['004-04', 'the decision stands first and the minutes second', item, inOrder('RESOLVED (a)', 'Draft minutes, not yet confirmed')],
  ['004-05', "the day on which the Ombudsman's report was received", file, 'received 29 August 2019'],
  ['004-06', 'one reference of the Ombudsman', item, `Ombudsman cases named ${REFERENCE}`],
  ['004-07', 'ten recommendations, as counted', file, ({ case: { file: its } }, text) => {
    assert.ok(text.includes('Service improvements asked for 5') && text.includes('Personal remedies 5'));
    assert.equal(its.service_improvements + Number(text.match(/Personal remedies (\d+)/)[1]), 10);
  }],
  ['004-08', 'the paragraphs that list them', decision, 'listed in paragraphs 3.3 and 3.6'],
  ['004-09', 'the report is named by body and day', decision, 'the report to Cabinet of 1 October 2019'],
  ['004-10', 'the recommendations are accepted', file, (_, text) => assert.equal(text.split('Answered: Accepted by members, 1 October 2019').length - 1, 5)],
  ['004-11', 'the post of the service, by its two names', report, `the Director of People, who is also called the ${DIRECTOR}`],
  ['004-12', "an action of the council's belongs to a recommendation", action(3), ['Train the officers who arrange education.', 'Recommendation 18 016 599/7 of the Ombudsman']],
  ['004-13', 'a range of paragraphs', decision, 'in paragraphs 3.3 and 3.4 to 3.6 of that report'],
  ['004-14', 'the actions are approved', decision, ['be approved', 'What was done with the recommendations Recommendations approved']],
  ['004-15', 'the portfolio holder is asked', decision, `Clause (c): ${PORTFOLIO}, commission the review`],
  ['004-16', 'the executive director is asked', decision, `Clause (c): ${DIRECTOR}, commission the review`],
  ['004-17', 'both are asked together', decision, `the ${PORTFOLIO} and the ${DIRECTOR} together be asked to commission a review`],
  ['004-18', 'the review is of eight earlier cases', action(1), ['Commission the review of the actions of eight earlier investigations.', `Owner ${PORTFOLIO}`]],
  ['004-19', 'the authority before this one', file, `Made against, before this council took its place ${BEFORE}`],
  ['004-20', 'the paragraph that lists the eight', report, ['4.5 The eight are: PREV-1, PREV-2', 'PREV-8']],
  ['004-21', 'the decision names two bodies that hear of progress', decision, [`reports to the ${SCRUTINY} and the ${BOARD}`, `Clause (d): ${SCRUTINY}, hear of progress`]],
  ['004-22', 'the minutes name one, and which text is right is said', decision, (_, text) => {
    assert.ok(text.includes('These clauses do not have the same words: (d).') && text.includes('the text as published governs'));
    assert.ok(text.slice(text.indexOf('The decision as the minutes have it')).includes(`reports to the ${BOARD} on how progress`));
  }],
  ['004-23', 'two streams are followed', decision, 'progress is followed in the new recommendations and in the outstanding actions'],
  ['004-24', 'some actions are outstanding', report, '4.4 The outstanding actions are to be found and finished.'],
  ['004-25', 'a first report is due, to both bodies, as the text that governs has it', action(2), ({ action: its }, text) => {
    assert.ok(text.includes('Clause (d), as published') && text.includes('Original date 30 October 2019'));
    assert.deepEqual([its.original, [...its.reports_to].sort()], ['2019-10-30', [SCRUTINY, BOARD].sort()]);
  }],
  ['004-26', 'the day of the first report', board, ['Health and Wellbeing Board, 30 October 2019', 'first report on progress']],
  ['004-27', 'the statutory report is a document with its kind and size', statutory, ["The monitoring officer's report under section 5A", 'Type PDF', 'Size', 'bytes']],
  ['004-28', 'the section under which he made it', item, minutes('under section 5A of the Local Government and Housing Act 1989')],
  ['004-29', 'the Ombudsman published before the meeting', item, minutes('It came after the Ombudsman had published')],
  ['004-30', 'the fault of the one before, the duty of this one', item, minutes(`The failings were those of the former ${BEFORE}; its duties are this council's.`)],
  ['004-31', 'what it is about, without a name', item, minutes('A boy with autism had been left without proper education')],
  ['004-32', 'how long', item, minutes('for two years')],
  ['004-33', 'the finding in the words of the law', item, minutes('maladministration that caused injustice to the parents')],
  ['004-34', 'a person affected besides who complained', item, minutes('and to their son')],
  ['004-35', 'a systemic finding', item, minutes('part of wider systemic failings')],
  ['004-36', 'the minute stays as it was written, with a word left out', item, minutes('The findings were drawn the attention of Cabinet')],
  ['004-37', 'what Cabinet was to do: an action plan', item, minutes('so that a suitable action plan could be made')],
  ['004-38', 'the law requires Cabinet to answer', item, minutes('The law requires Cabinet to answer the report')],
  ['004-39', 'to whom the answer goes', item, minutes('to send its answer to the monitoring officer and to every councillor outside the executive')],
  ['004-40', 'how many members outside the executive were served', file, (data, text, told) => {
    assert.equal(told.outside, '12 of 12 outside the executive');
    assert.ok(text.includes(`Members sent the monitoring officer’s report ${told.outside}; 3 of 3 of the executive`));
  }],
  ['004-41', 'a report is unusual', item, minutes('It is unusual that the Ombudsman makes a report of a case')],
  ['004-42', 'eight earlier investigations', item, minutes('eight earlier investigations')],
  ['004-43', 'what had been agreed before', report, ['4.2 Each time a series of recommendations was agreed.', '4.3 Not everything that was agreed can be shown']],
  ['004-44', 'ten in total', report, '3.1 The Ombudsman made ten recommendations.'],
  ['004-45', 'five for the family', report, '3.3 Five are for the boy and his parents'],
  ['004-46', 'five for the system, each with its words', file, ({ improvements }, text) => {
    assert.equal(improvements.length, 5);
    for (const number of [6, 7, 8, 9, 10]) assert.ok(text.includes(`Recommendation ${number} of case ${REFERENCE}`), `recommendation ${number}`);
  }],
  ['004-47', 'who asked for the task', item, minutes(`The chair of the ${SCRUTINY} had asked`)],
  ['004-48', 'scrutiny oversees the plan', scrutiny, 'That the committee oversee the plan until it is completed.'],
  ['004-49', 'scrutiny has an extract of the minutes', scrutiny, "Extract of Cabinet's minutes of 1 October 2019 (PDF,"],
  ['004-50', 'its meeting of 8 October, of the same case', scrutiny, ['People Scrutiny Committee, 8 October 2019', `Ombudsman cases named ${REFERENCE}`]],
  ['004-51', 'Cabinet welcomed it', item, minutes('Members of Cabinet welcomed this.')],
  ['004-52', 'a councillor from outside of Cabinet spoke', item, minutes('Councillor Kwabena Littlemore, who is not a member of Cabinet, addressed the meeting.', 'Councillor Kwabena Littlemore asked:')],
  ['004-53', 'how the outstanding ones are dealt with', item, minutes('the approach to the outstanding recommendations is the same for all')],
  ['004-54', 'the assurance', item, minutes('It could not happen again.')],
  ['004-55', 'progress is mixed', board, 'five actions are finished and five are under way'],
  ['004-56', 'the link to another plan', item, minutes('read against the improvement plan for special needs')],
  ['004-57', 'the link to a programme', item, minutes('and the programme Growing Up in Thornmere')],
  ['004-58', "the officers' recommendation 4 is not the Ombudsman's", item, minutes("recommendation 4 of the officers' report, which is not recommendation 4 of the Ombudsman's")],
  ['004-59', 'reasons have their heading, and that no option was rejected is said', decision, inOrder('Reasons', 'Options considered and rejected None')],
  ['004-60', 'a robust plan is in place', decision, 'A robust plan is in place'],
  ['004-61', 'that puts right what was found', decision, 'puts right what the Ombudsman found'],
  ['004-62', 'no heading of papers stands over an empty list', board, (_, text) => assert.ok(!text.includes('Papers'), 'the Board had no paper')],
];

// One page takes in the three bodies; it is no fact of the list, and stands here so that the issue is asked for too.
export const ROUTE = ['route', 'three bodies on one page', issue, ['3 items', 'Cabinet, 1 October 2019', 'People Scrutiny Committee, 8 October 2019', 'Health and Wellbeing Board, 30 October 2019']];

// Facts that no page of the record can state, each with the reason.
export const LEFT_OUT = [];
