// What cannot be right is refused in words that say what to do, beside the field, and nothing that was typed is lost (each refusal
// in Chromium looks for it in the form); what only the Ombudsman or the calendar says is not taken from anybody.

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { letter, recommended, registered } from './cases.mjs';
import { says } from './words.mjs';

const MEGABYTE = 1 << 20;
const PAPER = { reference: '23 900 002', kind: 'statement', dated: '8 March 2023', received: '9 March 2023', subject: 'A school place', complainant: 'Mrs E', embargo: 'none' };
const REMEDY = { number: 1, nature: 'personal', kinds: ['apology'], words: 'Apologise to Mrs E.', rule: 'one_month' };

export async function badInput(people, site) {
  await site.on('2023-03-10');
  const link = await people.as(site, 'link');
  await references(link);
  const told = await registered(link, PAPER);
  await sameAgain(link, told);
  await dates(link, told);
  told.remedy = await recommended(link, told.paper, REMEDY);
  await notForAnybodyToSay(link, told);
  await tooLong(link);
  await tooLarge(link, told);
  await link.leave();
}

// A reference has eight digits; what is wrong with it is named.
async function references(link) {
  for (const [typed, words] of [
    ['23 900', '“23 900” is no reference: it has eight digits'],
    ['23 900 002 / twelve', '“twelve” is no reference: it has eight digits'],
    [' / ', 'Reference must be eight digits, such as 23 900 002'],
  ]) {
    says(await link.cannot('/desk/cases/register', { ...PAPER, reference: typed }), words);
  }
}

// Reference, kind and date say which paper it is: the same three again are the same paper, however they are written.
async function sameAgain(link, told) {
  const again = { ...PAPER, reference: '23-900-002', dated: '08/03/2023', received: '2023-03-10', subject: 'Other words' };
  says(await link.cannot('/desk/cases/register', again), 'A paper of this reference, kind and date is on record', told.paper);
  assert.equal((await link.json('/desk/cases?q=23900002')).total, 1);
}

// Nothing is due before it was decided, and nothing comes before it was written or after today.
async function dates(link, told) {
  says(await link.cannot(`${told.paper}/recommend`, { ...REMEDY, rule: 'stated', stated: '7 March 2023' }), '7 March 2023', '8 March 2023');
  says(await link.cannot(`${told.paper}/recommend`, { ...REMEDY, rule: 'stated', stated: '31 June 2023' }), 'Stated date must be a real date, such as 27 March 2025');
  says(await link.cannot(`${told.paper}/recommend`, { ...REMEDY, amount: 'ten pounds' }), 'Money must be an amount in pounds');
  says(await link.cannot('/desk/cases/register', { ...PAPER, dated: '10 March 2023', received: '9 March 2023' }), 'before');
  says(await link.cannot('/desk/cases/register', { ...PAPER, dated: '9 March 2023', received: '11 March 2023' }), 'Date received cannot be after today');
  assert.deepEqual((await link.json(told.paper)).recommendations, [], 'nothing was recorded');
}

// The first date stays, and satisfaction is the Ombudsman's word: a program is refused, a form's extra field is passed over.
async function notForAnybodyToSay(link, told) {
  const before = await standing(link, told);
  assert.deepEqual([before.due_on, before.ombudsman], ['2023-04-08', 'No letter from the Ombudsman about this yet']);
  await link.slipsIn(`${told.remedy}/claim`, { claim: 'in_progress' }, { satisfied: 'yes', due_on: '2023-12-31' });
  assert.deepEqual(await standing(link, told), before);
  // A letter that is the council's own says nothing for the Ombudsman.
  const own = letter('outcome', 'council', '10 March 2023', 'We are satisfied', { outcome: 'complete_and_satisfied', recommendations: [told.remedy.split('/').pop()] });
  await link.cannot(`${told.case}/log-letter`, own);
  assert.deepEqual(await standing(link, told), before);
}

async function standing(link, told) {
  const { due_on, why, axes } = await link.json(told.remedy);
  return { due_on, why, ombudsman: axes.ombudsman };
}

// Ten thousand lines are refused and are still there; so much that no form takes it is refused unread.
async function tooLong(link) {
  const lines = (words) => Array.from({ length: 10_000 }, (_, n) => `${words} ${n + 1}`).join('\n');
  says(await link.cannot('/desk/cases/register', { ...PAPER, services: lines('Housing') }), 'Services has 10000 lines; the most is 2000');
  const { status, text } = await link.sendsTooMuch('/desk/cases/register', { ...PAPER, reference: '23 900 003', findings: lines('x'.repeat(120)) });
  assert.equal(status, 413);
  says(text, 'What was sent is too large');
  assert.equal((await link.json('/desk/cases?q=23900003')).total, 0);
}

// A file may have 100 MB. A little more is said beside the field, and far more is not read to its end.
async function tooLarge(link, told) {
  const path = join(tmpdir(), `redress-large-${process.pid}.txt`);
  const file = (bytes) => {
    const buffer = Buffer.alloc(bytes, 'words ');
    writeFileSync(path, buffer);
    return { name: 'large.txt', mimeType: 'text/plain', buffer, path };
  };
  const log = `${told.case}/log-letter`;
  try {
    says(await link.cannot(log, letter('chaser', 'ombudsman', '9 March 2023', 'It asks', { file: file(100.5 * MEGABYTE) })), 'The file has 100.5 MB and 100.0 MB is the most');
    const { status, text } = await link.sendsTooMuch(log, letter('chaser', 'ombudsman', '9 March 2023', 'It asks', { file: file(110 * MEGABYTE) }));
    assert.equal(status, 413);
    says(text, 'What was sent is too large');
  } finally {
    rmSync(path, { force: true });
  }
  assert.deepEqual((await link.json(`${told.case}/papers`)).letters, []);
}
