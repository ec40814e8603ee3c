// What every story of a case does: registers a paper, adds what it recommends, logs letters, puts cases on an agenda.

import assert from 'node:assert/strict';

import { pdf } from './files.mjs';
import { choice } from './words.mjs';

// Registers a paper; gives its address and those of its cases, in the order of its references. What is not said here, the
// form asks for with the usual answer.
export async function registered(person, fields, { check } = {}) {
  const paper = await person.does('/desk/cases/register', { embargo: 'none', received: fields.dated, ...fields }, { check });
  const { cases } = await person.json(paper);
  return { paper, cases: cases.map(([id]) => `/desk/cases/${id}`), case: `/desk/cases/${cases[0][0]}` };
}

// Adds a recommendation; gives its address.
export async function recommended(person, paper, fields) {
  await person.does(`${paper}/recommend`, fields);
  const { recommendations } = await person.json(paper);
  const found = recommendations.find((r) => r.key.endsWith(`/${fields.number}`));
  assert.ok(found, `recommendation ${fields.number} is on record`);
  return `/desk/recommendations/${found.id}`;
}

// What is typed of a letter that came or went on the day that it carries.
export function letter(kind, from, day, summary, more = {}) {
  const file = { name: `${kind}.pdf`, mimeType: 'application/pdf', buffer: pdf(summary) };
  return { from, kind, dated: day, received: day, summary, file, ...more };
}

// Plans a meeting of a body.
export async function planned(clerk, body, on) {
  return clerk.does('/desk/meetings/plan', { body: await choice(clerk, '/desk/meetings/plan', 'body', body), on });
}

// A duty of a paper, or of a case, by the end of its key.
export function duty(all, end) {
  const found = all.filter((d) => d.duty.endsWith(end));
  assert.equal(found.length, 1, `one duty ends with ${end}: ${all.map((d) => d.duty)}`);
  return found[0];
}

// A decision that notes a report.
export const NOTED = { text: 'That the report be noted.', reasons: 'The council accepts what was found.', options_rejected: 'None', interests: 'None' };
