// The facts of two-cases: what Cabinet was told, in the words of this council, and each fact with the public page that states it.

import assert from 'node:assert/strict';

export const TITLES = {
  issue: 'Reports of the Ombudsman on remedies that were late',
  transport: 'The Ombudsman on free transport (21 011 785 / 23 005 479 / 22 011 825)',
  education: 'The Ombudsman on a place in education (23 006 024)',
};

const INTRODUCED = 'Councillor Maribel Ostergate, Cabinet Member for Children and Young People, introduced her report.';
const TOGETHER = 'Answering questions on this item and on the one after it, Councillor Maribel Ostergate assured Cabinet that both complaints '
  + 'belong to the past. Policies and processes are stronger since then: they say which officer leads. The Monitoring Officer meets the LGO '
  + 'every three months, which is to keep such a thing from happening again.';

// What is taken down at the meeting. The last paragraph of each discussion is one passage of the minutes.
export const MINUTED = {
  transport: [INTRODUCED
    + ' It set out what the Ombudsman (LGO) had found: the council had not done what it agreed after two investigations before this one.'
    + ' It also set out what the council does now to show that all of it is done.',
  'Members took note of what the complaint was about: suitable transport that should have been free was not arranged, and the council failed '
    + 'again and again to put that right by the dates that it had agreed.', TOGETHER].join('\n\n'),
  education: [INTRODUCED
    + ' It set out what the Ombudsman (LGO) had found: the council had not done what it agreed after an earlier investigation.'
    + ' It also set out what the council does now to show that all of it is done.',
  'Members took note of what the complaint was about: a child was without education, the council did not act as it should have, and that '
    + 'caused injustice. The remedy then came later than the dates that were agreed.', TOGETHER].join('\n\n'),
  question: 'Do the new processes say who leads?',
  answer: 'They do: for each remedy one officer is named.',
  decision: 'Cabinet notes what the Ombudsman recommends, above all the concern that remedies were not carried out within a reasonable time.',
  reasons: {
    transport: 'The council must consider the report and confirm within three months what it has done or proposes to do. Full Council, Cabinet '
      + 'or another committee of elected members with delegated powers considers it, and the Ombudsman asks for evidence of that: Local '
      + 'Government Act 1974, section 31(2), as amended.',
    education: 'The Ombudsman requires that full Council, Cabinet or another committee of elected members with delegated powers considers a '
      + 'copy of the report: Local Government Act 1974, section 31(2), as amended.',
  },
};

const numbers = (data) => data.items.map((item) => item.number);
const oneReport = (data) => {
  assert.deepEqual(data.item.papers.map((p) => [p.title, p.type]), [['Report of the Cabinet Member for Children and Young People', 'PDF']]);
  assert.ok(data.item.papers[0].size_bytes > 0, 'its size is stated');
};

// Number, what is stated, the page, and the words or the check of its data.
export const FACTS = [
  ['000-01', 'an Issue has a page with its meetings', 'issue', 'What happened, meeting by meeting', 'Issue number'],
  ['000-02', 'its title speaks of several reports', 'issue', TITLES.issue],
  ['000-03', 'an item is a day, a body and a number', 'education', (data) => {
    assert.deepEqual([data.item.date, data.item.body, data.item.number], ['2024-02-14', 'Cabinet', '128']);
  }, '14 February 2024', 'Cabinet'],
  ['000-04', 'the title of the item stands with its number and is another than that of the Issue', 'education', `128 ${TITLES.education}`],
  ['000-05', 'the item names its case, which is found without blanks too', 'found', TITLES.education, 'Ombudsman case 23 006 024'],
  ['000-06', 'the report of item 128 states its kind and size', 'education', /Young People \(PDF, [\d,]+ (?:bytes|KB)\)/, oneReport],
  ['000-07', 'the report is that of a portfolio holder', 'education', 'Report of the Cabinet Member for Children and Young People'],
  ['000-08', 'the report is attached', 'education', 'The report of the Cabinet Member for Children and Young People is attached.'],
  ['000-09', 'no further document is before the meeting', 'education', (data) => assert.equal(data.item.papers.length, 1), 'Papers'],
  ['000-10', 'the minute stands apart from the decision', 'education', (data) => {
    assert.ok(data.item.minutes.text.includes('introduced her report') && !data.item.decision.text.includes('introduced'));
  }, 'Minutes'],
  ['000-11', 'a person stands with the office held on that day', 'education', 'Councillor Maribel Ostergate, Cabinet Member for Children and Young People,'],
  ['000-12', 'who presented the report', 'education', INTRODUCED],
  ['000-13', 'the report carries what the Ombudsman found', 'education', 'It set out what the Ombudsman (LGO) had found'],
  ['000-14', 'a search for LGSCO finds what speaks of the LGO and the Ombudsman', 'alias', TITLES.education],
  ['000-15', 'what was agreed was not done', 'education', 'the council had not done what it agreed'],
  ['000-16', 'item 128 follows one earlier case', '23 006 024', 'Follows one another 22 002 824 23 006 024'],
  ['000-17', 'what the council does now', 'education', 'what the council does now'],
  ['000-18', 'which is to show that it is done', 'education', 'to show that all of it is done'],
  ['000-19', 'members took note', 'education', 'Members took note of what the complaint was about'],
  ['000-20', 'a child, who is not named, was without education', 'education', 'a child was without education'],
  ['000-21', 'injustice was caused', 'education', 'caused injustice'],
  ['000-22', 'the remedy came later than agreed', 'education', 'came later than the dates that were agreed'],
  ['000-23', 'the decision has a block of its own', 'education', (data) => assert.equal(data.item.decision.text, MINUTED.decision), 'Decision'],
  ['000-24', 'Cabinet noted what was recommended', 'education', 'Cabinet notes what the Ombudsman recommends'],
  ['000-25', 'one concern is singled out', 'education', 'above all the concern'],
  ['000-26', 'the concern is about time', 'education', 'were not carried out within a reasonable time'],
  ['000-27', 'reasons stand by themselves', 'education', (data) => assert.equal(data.item.decision.reasons, MINUTED.reasons.education), 'Reasons'],
  ['000-28', 'the reason is what the Ombudsman requires', 'education', 'The Ombudsman requires that'],
  ['000-29', 'full Council or Cabinet may consider it', 'education', 'full Council, Cabinet'],
  ['000-30', 'or another committee with delegated powers', 'education', 'another committee of elected members with delegated powers'],
  ['000-31', 'the section is cited', 'education', 'Local Government Act 1974, section 31(2), as amended'],
  ['000-32', 'options rejected stand by themselves', 'education', 'Options considered and rejected'],
  ['000-33', 'that there were none is stated', 'education', (data) => assert.equal(data.item.decision.options_rejected, 'None')],
  ['000-34', 'item 127 is of the same Issue and meeting, and stands after 128', 'issue', (data) => {
    assert.deepEqual(numbers(data), ['128', '127']);
    assert.deepEqual(data.items.map((item) => item.meeting), ['2024-02-14-cabinet', '2024-02-14-cabinet']);
  }, `127 ${TITLES.transport}`],
  ['000-35', 'three cases in one item, in the order of the agenda', 'transport', (data) => {
    assert.deepEqual(data.item.references, ['21 011 785', '23 005 479', '22 011 825']);
  }, '21 011 785 / 23 005 479 / 22 011 825'],
  ['000-36', 'the report of item 127 is its own, with its kind and size', 'transport', /Young People \(PDF, [\d,]+ (?:bytes|KB)\)/, oneReport],
  ['000-37', 'item 127 follows two earlier cases', '23 005 479', 'Follows one another 21 011 785 22 011 825 23 005 479'],
  ['000-38', 'free transport was not arranged', 'transport', 'suitable transport that should have been free was not arranged'],
  ['000-39', 'and that was not put right, more than once', 'transport', 'failed again and again to put that right'],
  ['000-40', 'dates had been agreed', 'transport', 'by the dates that it had agreed'],
  ['000-41', 'questions were taken', 'transport', 'Answering questions on this item'],
  ['000-42', 'for two items at once', 'transport', 'and on the one after it', 'from happening again. (Minuted together with item 128.)'],
  ['000-43', 'the portfolio holder gave an assurance: the complaints are of the past', 'transport', 'assured Cabinet that both complaints belong to the past'],
  ['000-44', 'policies and processes are stronger', 'transport', 'Policies and processes are stronger since then'],
  ['000-45', 'they say who leads', 'transport', 'they say which officer leads',
    'Councillor Rufus Hallowell asked: Do the new processes say who leads? Councillor Maribel Ostergate answered: They do: for each remedy one officer is named.'],
  ['000-46', 'the Monitoring Officer meets the Ombudsman every three months', 'action', 'Meet the Ombudsman every three months.', 'Monitoring officer'],
  ['000-47', 'it is not to happen again', 'transport', 'to keep such a thing from happening again'],
  ['000-48', 'the council must consider and confirm', 'transport', 'The council must consider the report and confirm'],
  ['000-49', 'within three months', 'transport', 'within three months'],
  ['000-50', 'what it has done or proposes', 'transport', 'what it has done or proposes to do'],
  ['000-51', 'the Ombudsman wants evidence that members considered it', 'transport', 'the Ombudsman asks for evidence of that'],
  ['once', 'that passage stands once in the minutes of the meeting', 'meeting', /^(?!.*Answering questions.*Answering questions).*Answering questions/, 'See also item 127.'],
  // How it went on in time.
  ['first', 'the first decision on transport', '21 011 785', 'Decision statement of 30 May 2022'],
  ['second', 'the decision that it was not carried out', '22 011 825', 'Decision statement of 13 January 2023'],
  ['education', 'the first decision on education', '22 002 824', 'Decision statement of 8 March 2023'],
  ['in time', 'the reply went on the last day', '23 005 479', 'Due by 15 February 2024, sent 15 February 2024: in time'],
  ['late', 'how late a remedy was stays to be read', '22 002 824', 'Original date 8 June 2023. Done 320 days late'],
  ['satisfied', 'the Ombudsman is satisfied of the one', '23 006 024', 'Closed by the Ombudsman 23 April 2024', 'Remedy completed late and satisfied (letter of 23 April 2024)'],
  ['later', 'and of the other', '23 005 479', 'Closed by the Ombudsman 16 May 2024', 'Remedy completed late and satisfied (letter of 16 May 2024)'],
];

// What no public page states, and why.
export const LEFT_OUT = [];
