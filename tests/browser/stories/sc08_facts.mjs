// What SC-08 is told with: the words before the meeting, the calendar, and the day of each review.

import { pdf } from './files.mjs';

export const RECOMMENDED = '1. Accept the findings of both reports and carry out what they recommend.\n2. Approve the action plan.';
export const RESOLVED = `${RECOMMENDED}\n3. Review the action plan at Cabinet every three months.`;

export const DECISION = { reasons: 'The findings are fair.', options_rejected: 'None', interests: 'None', key: 'no', result: 'approved' };

// The first is the meeting after the decision; two of them have no review.
export const MEETINGS = ['7 May 2025', '4 June 2025', '2 July 2025', '3 September 2025', '1 October 2025', '3 December 2025', '4 March 2026'];

export const REVIEW = { what: 'Review of the action plan', cycle: 'every', interval: '3 months', shares: ['yes'] };

// Day, meeting, days after.
export const TIMES = [
  ['2025-05-26', '2025-06-04', 9],
  ['2025-08-26', '2025-09-03', 8],
  ['2025-11-26', '2025-12-03', 7],
  ['2026-02-26', '2026-03-04', 6],
];

export const WORDED = {
  '2025-06-04': 'Wednesday 4 June 2025', '2025-09-03': 'Wednesday 3 September 2025', '2025-12-03': 'Wednesday 3 December 2025', '2026-03-04': 'Wednesday 4 March 2026',
};

// What a clerk adds to the entry of the forward plan that is made for each review: none of them is a key decision.
export const ENTRY = {
  pounds: '0', significant: 'no', affected: '0', member: 'Councillor Maribel Ostergate', documents: 'The action plan', copies_from: 'Guildhall, Thornmere',
  later_documents: 'Write to democratic services', private: 'no', service: 'Education',
};

export const PLAN_1 = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf('The action plan, version one') };
export const PLAN_2 = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf('The action plan, version two') };
