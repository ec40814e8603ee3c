// The facts of in-private: what was said, decided and minuted, in the words of this council, and each fact with the public page that
// states it.

import assert from 'node:assert/strict';

import { SAFE_TITLE } from './sc01.mjs';

export const ISSUE = 'The report of the Ombudsman dated 21 January 2021';

// Why the item is heard in private: everybody may read it from the day of the agenda.
export const REASON = 'The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 leave no choice: '
  + 'the public must be kept out of this part of the meeting, because it is likely, given the nature of the business, that confidential information '
  + 'would be disclosed to those present, in breach of an obligation of confidence. The Local Government and Social Care Ombudsman (LGSCO) supplied '
  + 'the report under such an obligation, and it has to stay confidential until the LGSCO publishes it on its website.';

export const DECISION = [
  "1. (Option A) Cabinet adopts the report of the Director of Children's Services as its own report under section 5A(8) of the Local Government and "
    + "Housing Act 1989, and endorses what Children's Services answers: to address the findings and to carry out every recommendation of the LGSCO.",
  '2. Cabinet notes that every member of the council, and the Monitoring Officer, is given a copy of that report in confidence as soon as '
    + 'practicable, where they do not have one yet.',
].join('\n');

export const MINUTE = [
  "In private session Cabinet had two papers before it: the LGSCO's report and the answer of Children's Services. Both go back to a complaint about "
    + 'personal budgets that was made to the council in August 2018.',
  'What the LGSCO found stands in the report and its appendices, with what was done so far. The council had accepted the findings and agreed to carry '
    + 'out the recommendations; each of them was completed or in training.',
  'The Corporate Overview and Scrutiny Committee had asked for a report on complaints. It shows that 90 per cent of them are resolved at Stage 1, and '
    + 'the Committee was satisfied with the procedure.',
  "The Chairman thanked the Director of Children's Services and those who work there for what they do for the Cabinet Member.",
].join('\n\n');

export const SCRUTINY = {
  title: 'Complaints: how many are resolved, and when',
  minute: 'The Committee had asked for this report. It shows that 90 per cent of complaints are resolved at Stage 1. The Committee was satisfied with the procedure.',
};

// Number, what is stated, the page, and the words or the check of its data.
export const FACTS = [
  ['001-01', 'an Issue has a page with its meetings', 'issue', 'What happened, meeting by meeting', ISSUE],
  ['001-02', 'the title gives nothing away', 'item', `59 ${SAFE_TITLE}`],
  ['001-03', 'the report goes by its date', 'item', 'dated 21 January 2021', (data) => assert.doesNotMatch(data.item.title, /\d\d \d{3} \d{3}/)],
  ['001-04', 'an item is a day, a body and a number', 'item', (data) => {
    assert.deepEqual([data.item.date, data.item.body, data.item.number], ['2021-03-11', 'Cabinet', '59']);
  }, '11 March 2021', 'Cabinet'],
  ['001-05', 'the ground stands with its paragraph', 'item', 'regulation 4(2)(a)', (data) => assert.match(data.item.exclusion.ground, /regulation 4\(2\)\(a\)/)],
  ['001-06', 'the regulations are named', 'item', '(Meetings and Access to Information) (England) Regulations 2012'],
  ['001-07', 'the public must be kept out of a part of the meeting', 'item', 'The public was excluded from this item.', 'the public must be kept out of this part of the meeting'],
  ['001-08', 'the test is that disclosure is likely', 'item', 'because it is likely, given the nature of the business'],
  ['001-09', 'the information is confidential', 'item', 'confidential information would be disclosed to those present'],
  ['001-10', 'an obligation of confidence would be broken', 'item', 'in breach of an obligation of confidence'],
  ['001-11', 'who supplied it under that obligation', 'item', '(LGSCO) supplied the report under such an obligation'],
  ['001-12', 'it has to stay confidential', 'item', 'it has to stay confidential'],
  ['001-13', 'until something happens: the Ombudsman publishes it', 'item', 'until the LGSCO publishes it on its website'],
  ['001-14', 'papers were there and none was listed', 'versions', (data) => {
    const first = data.versions.find((version) => version.publication.version === 1);
    assert.equal(first.publication.reason, 'Agenda published');
    assert.ok(!JSON.stringify(first).includes('Director of'), 'the first version lists no paper');
  }, 'Agenda published'],
  ['001-15', 'the option taken has its letter', 'item', '(Option A)'],
  ['001-16', 'Cabinet adopts a report of officers', 'item', 'Cabinet adopts the report'],
  ['001-17', 'whose report it is', 'item', "the report of the Director of Children's Services"],
  ['001-18', "it is Cabinet's report under section 5A(8)", 'item', 'as its own report under section 5A(8)'],
  ['001-19', 'the answer of the service is endorsed', 'item', "endorses what Children's Services answers"],
  ['001-20', 'every recommendation is carried out', 'item', 'to address the findings and to carry out every recommendation'],
  ['001-21', 'every member has a copy', 'item', 'every member of the council'],
  ['001-22', 'and so has the Monitoring Officer', 'item', 'and the Monitoring Officer, is given a copy'],
  ['001-23', 'in confidence', 'item', 'a copy of that report in confidence'],
  ['001-24', 'as soon as it can be done', 'item', 'as soon as practicable'],
  ['001-25', 'where they have none yet', 'item', 'where they do not have one yet'],
  ['001-26', 'there is a public minute of what was heard in private', 'item', 'In private session Cabinet had'],
  ['001-27', 'two papers were before the meeting', 'item', "the LGSCO's report and the answer of Children's Services"],
  ['001-28', 'it began with a complaint to the council', 'item', 'go back to a complaint', 'made to the council'],
  ['001-29', 'in a month that is named, without a day', 'item', 'in August 2018'],
  ['001-30', 'the complaint was about personal budgets', 'item', 'about personal budgets'],
  ['001-31', 'the findings stand in the report and its appendices', 'item', 'stands in the report and its appendices'],
  ['001-32', 'with what was done so far', 'item', 'with what was done so far'],
  ['001-33', 'the findings had been accepted', 'item', 'The council had accepted the findings'],
  ['001-34', 'and the recommendations agreed before the meeting', 'item', 'and agreed to carry out the recommendations'],
  ['001-35', 'some were completed', 'item', 'each of them was completed'],
  ['001-36', 'a slip of the pen stands as it was published', 'item', 'or in training', (data) => assert.ok(data.item.minutes.text.startsWith(MINUTE), 'word for word')],
  ['001-37', 'scrutiny had asked for a report', 'item', 'The Corporate Overview and Scrutiny Committee had asked for a report'],
  ['001-38', 'which is on record where scrutiny had it', 'scrutiny', SCRUTINY.title, /Report on complaints \(PDF, [\d,]+ bytes\)/],
  ['001-39', 'it has a figure', 'scrutiny', '90 per cent of complaints'],
  ['001-40', 'for the first stage', 'scrutiny', 'resolved at Stage 1'],
  ['001-41', 'scrutiny was satisfied', 'scrutiny', 'The Committee was satisfied with the procedure'],
  ['001-42', 'the chair gave thanks', 'item', "The Chairman thanked the Director of Children's Services"],
  // How it went on in time.
  ['received', 'the day of the report and of its receipt', 'case', 'Report under section 30 of 21 January 2021, received 21 January 2021'],
  ['in time', 'members considered it and the reply went in time', 'case', 'Due by 20 April 2021, sent 12 March 2021: in time, 39 days in hand'],
  ['carried', 'who moved it and how it was voted', 'item', 'Motion, moved by Councillor Maribel Ostergate, seconded by Councillor Rufus Hallowell', 'Carried unanimously'],
  ['opened', 'when and why the papers were opened', 'item', '12 March 2021: The Ombudsman has published it.', (data) => {
    assert.deepEqual(data.item.papers.map((paper) => paper.title), ["The Ombudsman's report", "Report of the Director of Children's Services"]);
  }],
];

// What no public page states, and why.
export const LEFT_OUT = [];
