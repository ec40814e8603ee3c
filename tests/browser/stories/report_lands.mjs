// A report lands on the Friday before a bank holiday: at most twelve fields, and every duty stands there with its section, its day
// and the proof it needs; whoever has to know gets a letter, and no letter says what the report is about.

import assert from 'node:assert/strict';

import { registered } from './cases.mjs';
import { lettersSince } from './letters.mjs';
import { says, saysNot } from './words.mjs';

// Monday 5 May 2025 is a bank holiday.
const DAY = '2025-05-02';
const TOLD = ['chief', 'director', 'link', 'member', 'monitoring'];

// Each duty that runs from receipt: key, last day, and the words of the page.
const DATED = [
  ['lgsco_report_public_notice', '2025-05-16', 'Last day Friday 16 May 2025'],
  ['lgsco_report_consider_and_notify', '2025-08-01', 'Last day Friday 1 August 2025'],
  ['lgsco_report_implement_and_confirm', '2025-10-31', 'Last day Friday 31 October 2025'],
];
const WAITING = ['lgsco_report_inspection_period', 'lgsco_report_inspection_start', 'mo_report_copies'];

export async function reportLands(people, site) {
  await site.on(DAY);
  const link = await people.as(site, 'link');
  const sent = site.mail.letters.length;
  const before = link.typed;
  const report = await registered(link, { reference: '24 901 117', kind: 'report', dated: '30 April 2025', received: '2 May 2025', subject: 'Damp at Quillon House', complainant: 'Mr B', found: 'upheld' }, {
    check: ['Check your answers', ...DATED.map(([, , words]) => words), 'Proof needed', 'Told at once, without a word of the paper'],
  });
  const typed = link.typed - before;
  assert.ok(typed <= 12, `${typed} fields were filled in`);

  await link.sees(report.paper, {
    words: [...DATED.map(([, , words]) => words), 'Local Government Act 1974, section 31(2)', 'Met by:', 'Proof needed:'],
    data: ({ duties }) => {
      assert.deepEqual(duties.filter((d) => d.due_on).map((d) => [d.duty, d.due_on]), DATED.map(([key, due]) => [key, due]));
      assert.deepEqual(duties.filter((d) => !d.due_on).map((d) => d.duty).sort(), WAITING);
      for (const one of duties) {
        assert.ok(one.cite && one.must && one.because, `${one.duty} has its section, what it asks and why`);
        assert.ok(one.due_on || one.state === 'not_started', `${one.duty} has a day or waits for one`);
      }
    },
  });
  await proofIsNamed(link, report);

  const letters = (await lettersSince(site, sent)).filter((one) => one.text.includes('A paper of the Ombudsman'));
  assert.deepEqual(letters.flatMap((one) => one.to).sort(), TOLD.map((name) => `${name}@thornmere.example`));
  for (const one of letters) {
    says(one.text, report.paper, 'Friday 16 May 2025');
    saysNot(one.text, 'Quillon', 'Damp', '24 901 117', 'Mr B');
  }
  await link.leave();
}

// The statute book names the proof of each duty, and the page has as many as it has duties.
async function proofIsNamed(link, report) {
  const { duties } = await link.json(report.paper);
  const text = await link.sees(report.paper);
  if (text) assert.equal(text.split('Proof needed:').length - 1, duties.length, 'each duty names its proof');
  for (const one of duties) {
    const known = await link.json(`/duties/${one.duty}`);
    assert.ok(known.met_by.event && known.met_by.proof, `${one.duty} names its proof`);
  }
}
