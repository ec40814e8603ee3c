// SC-07: the days, the bodies and the words of one report on its way through four bodies.

import { pdf } from './files.mjs';

export const REFERENCE = '20 905 003';
export const SLUG = '20-905-003';
export const SAFE_TITLE = 'Consideration of and decision on the report of the Local Government and Social Care Ombudsman dated 22 March 2021';
export const PAGE = 'https://www.ombudsman.example/decisions/20-905-003';
export const TITLE = 'A family without a home: report of the Ombudsman';

export const PEOPLE = 'Children and Families Overview and Scrutiny Committee';
export const RESOURCES = 'Resources Overview and Scrutiny Committee';

// Body, day, number of the item, and the public address of its meeting.
export const STOPS = {
  cabinet: { body: 'Cabinet', on: '2021-05-04', number: '6', meeting: '/meetings/2021-05-04-cabinet' },
  people: { body: PEOPLE, on: '2021-06-09', number: '5', meeting: '/meetings/2021-06-09-children-and-families-overview-and-scrutiny-committee' },
  resources: { body: RESOURCES, on: '2021-07-01', number: '7', meeting: '/meetings/2021-07-01-resources-overview-and-scrutiny-committee' },
  council: { body: 'Council', on: '2021-07-22', number: '11', meeting: '/meetings/2021-07-22-council' },
};

export const APPENDIX = { name: 'appendix-a.pdf', mimeType: 'application/pdf', buffer: pdf('The report of the Ombudsman in case 20 905 003') };

export const REPORT = `# Recommendations

That the findings of the Ombudsman are accepted.

# Findings

Two services each waited for the other, and a family was without a home for five weeks.

The family was placed in rooms that were not suitable.`;

// What each body said of it.
export const SAID = {
  cabinet: 'a) That the findings of the Ombudsman be accepted.\nb) That the report be referred to scrutiny for comment.',
  people: 'The committee noted the report and asked that both services meet in the first week of every such case.',
  resources: 'The committee noted the report.',
  council: 'a) That the comments of both committees in sections 4 and 5 of the report be noted.\nb) That the update in section 6 and the report of the Ombudsman at Appendix A be noted.',
};

// By what the words of the first two bodies are known again in the reports to those after them.
export const SECOND = { cabinet: 'That the report be referred to scrutiny for comment.', people: 'both services meet in the first week of every such case' };

export const UPDATE = 'The Ombudsman wrote on 24 June 2021 that all that was asked has been done, and closed the case.';

// What members asked on 1 July, and what officers answered.
export const PAIRS = [
  ['Had any member known of the case?', 'No member had any part in it, and none was told before the report came.'],
  ['How are families reached who stay away from services?', 'An officer now calls on them in the first week, and a refusal is written down.'],
  ['Why did nothing in the records warn the housing service?', 'The two systems did not speak to each other; since May each shows a mark to the other.'],
  ['What does each family get in writing?', 'A housing plan of its own, which is read again every month.'],
];

// The remark that a person must read before it goes out.
export const REMARK = 'Officers said that the family had been reluctant to engage with them.';
