// SC-09: the Ombudsman publishes, the embargo is lifted by two people, each paper gets its own decision, and then the
// clerk publishes what was opened. It goes on from SC-01, on the day of the meeting.

import assert from 'node:assert/strict';

import { pdf } from './files.mjs';
import { eachIsTold, onePersonIsTold } from './letters.mjs';
import { FILES, FOLLOWER, ITEM, MINUTE, SAFE_TITLE } from './sc01.mjs';
import { anybody, publicWords, says, saysNot, words } from './words.mjs';

const PAGE = 'https://www.ombudsman.example/decisions/19-015-597';
const REDACTED = pdf('The director names nobody');

export async function sc09(people, site, told) {
  const link = await people.as(site, 'link');
  const monitoring = await people.as(site, 'monitoring');
  const clerk = await people.as(site, 'clerk');
  await leaked(link, told);
  await lifted(site, link, monitoring, told);
  await decisionPublished(site, clerk, told);
  await decidedOn(people, site, monitoring, told);
  await published(people, site, clerk, monitoring, told);
  for (const person of [link, monitoring, clerk]) await person.leave();
}

// A newspaper has it and the Ombudsman has not: that is written down, and nothing else happens.
async function leaked(link, told) {
  await link.does(`${told.paper}/leak`, { where_seen: 'https://gazette.example/council-report', note: 'It quotes the summary.' });
  await link.sees(told.paper, {
    words: ['Held', 'Leak logged by Imogen Farrier on 11 March 2021: https://gazette.example/council-report'],
    data: ({ embargo }) => assert.deepEqual([embargo.leaks.map((l) => l.where_seen), embargo.reported.length], [['https://gazette.example/council-report'], 0]),
  });
}

// One reports and another confirms; lifting publishes nothing.
async function lifted(site, link, monitoring, told) {
  const log = await anybody(site.base, '/changes.json');
  const before = JSON.parse(log.text);
  says(await link.cannot(`${told.paper}/published-by-ombudsman`, { address: 'gazette.example', published_at: '2021-03-11 00:01' }), 'https://');
  await link.does(`${told.paper}/published-by-ombudsman`, { address: PAGE, published_at: '2021-03-11 00:01' });
  await link.sees(told.paper, {
    words: ['Held', `Imogen Farrier reported on 11 March 2021 that the Ombudsman published at ${PAGE}`, 'Not confirmed yet'],
    not: ['Confirm that'],
    data: ({ embargo }) => assert.deepEqual(embargo.reported.map((r) => [r.address, r.confirmed ?? null]), [[PAGE, null]]),
  });
  assert.equal(await link.go(`${told.paper}/confirm-published`), 403, 'who reported it cannot confirm it');
  // Nothing that the embargo covers can be opened before.
  says(await monitoring.cannot(`${told.p3}/release`, { decision: 'publish', reason: 'The Ombudsman has published.' }), 'embargo is not lifted');
  await monitoring.does(`${told.paper}/confirm-published`, { seen: 'yes' });
  await monitoring.sees(told.paper, {
    words: ['Lifted', 'Nothing was published by that', 'Confirmed by Desmond Achterberg on 11 March 2021',
      'Last day Thursday 25 March 2021', 'Last day Thursday 1 April 2021', 'Last day Wednesday 21 April 2021'],
    data: (data) => {
      assert.deepEqual(data.duties.filter((d) => d.due_on).map((d) => [d.duty, d.due_on]), [
        ['lgsco_report_public_notice', '2021-03-25'],
        ['lgsco_report_inspection_start', '2021-04-01'],
        ['lgsco_report_consider_and_notify', '2021-04-20'],
        ['lgsco_report_inspection_period', '2021-04-21'],
        ['lgsco_report_implement_and_confirm', '2021-07-19'],
      ]);
      assert.equal(data.embargo.reported[0].confirmed.by, 'Desmond Achterberg');
    },
  });
  assert.deepEqual(JSON.parse((await anybody(site.base, '/changes.json')).text), before, 'lifting the embargo publishes nothing');
  const item = await publicWords(site.base, ITEM);
  saysNot(item, '19 015 597', 'Larkfield');
}

// What Cabinet decided goes out word for word, and no paper with it; the public minute, out before, is unchanged.
async function decisionPublished(site, clerk, told) {
  const sent = site.mail.letters.length;
  await clerk.sees(`${told.meeting}/publish`, { words: ['Decision of item 59'] });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Decision published', read: ['yes'] });
  assert.equal((await clerk.json(told.item)).minute.public_words, MINUTE);
  const shown = await publicWords(site.base, ITEM);
  says(shown, 'That option A be taken.', ...MINUTE.split('\n'));
  assert.equal(JSON.parse((await anybody(site.base, `${ITEM}.json`)).text).minutes?.text ?? MINUTE, MINUTE);
  saysNot(shown, 'Larkfield', 'Quillon', 'Cabinet was told', "'s report on");
  await onePersonIsTold(site, sent, FOLLOWER, ['Decision published', ITEM], ['Larkfield', 'Quillon']);
}

// Three papers, three decisions, each with its reason, person and time; the private minute stays as it is.
async function decidedOn(people, site, monitoring, told) {
  const director = await people.as(site, 'director');
  const decide = (paper, fields) => monitoring.does(`${paper}/release`, fields);
  says(await monitoring.cannot(`${told.p1}/release`, { decision: 'link', reason: 'The Ombudsman has published it.' }), 'Address to link to');
  await decide(told.p1, { decision: 'link', address: PAGE, public_title: "The Ombudsman's report", reason: 'The Ombudsman has published it.' });
  says(await monitoring.cannot(`${told.p2}/release`, { decision: 'publish_redacted', public_title: "The director's report", reason: 'A worker is named in it.' }), 'redacted copy');
  await director.does(`${told.p2}/add-version`, { purpose: 'redacted', file: { name: 'public.pdf', mimeType: 'application/pdf', buffer: REDACTED } });
  await decide(told.p2, { decision: 'publish_redacted', public_title: "The director's report", reason: 'What identifies people is taken out.' });
  await decide(told.p3, { decision: 'publish', public_title: "The executive's report", reason: 'Nothing in it needs to be kept back any longer.' });
  await director.leave();
  const expected = [[told.p1, 'link'], [told.p2, 'publish_redacted'], [told.p3, 'publish']];
  for (const [paper, decision] of expected) {
    const { release } = (await monitoring.json(paper)).restriction;
    assert.deepEqual([release.decision.decision ?? release.decision, release.by, release.at.slice(0, 10)], [decision, 'Desmond Achterberg', '2021-03-11']);
    assert.ok(release.reason.length > 10);
    await monitoring.sees(paper, { words: [release.reason, 'Not published'] });
  }
  saysNot(await publicWords(site.base, ITEM), "The director's report", 'What identifies people');
}

// The clerk publishes what was opened, with the preview; one message goes to the one follower and one to the member of the body.
async function published(people, site, clerk, monitoring, told) {
  const earlier = JSON.parse((await anybody(site.base, `${ITEM}.json`)).text);
  const sent = site.mail.letters.length;
  await clerk.sees(`${told.meeting}/publish`, {
    words: ["The Ombudsman's report", "The director's report", "The executive's report", '2 people, by one message each'],
  });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Papers opened after the Ombudsman published' });

  const item = await publicWords(site.base, ITEM);
  says(item, SAFE_TITLE, "The Ombudsman's report", "The director's report", "The executive's report", '11 March 2021',
    'The Ombudsman has published it.', 'What identifies people is taken out.', 'Nothing in it needs to be kept back any longer.');
  for (const line of MINUTE.split('\n')) says(item, line);
  saysNot(item, 'Quillon', 'Larkfield');
  await filesAre(site, told);
  await earlierVersionStays(site, earlier);
  says(await publicWords(site.base, '/changes'), 'Papers opened after the Ombudsman published');

  // Links made before still work for who may follow them.
  for (const paper of [told.p1, told.p2, told.p3]) assert.equal((await monitoring.ask(`${paper}/versions/1/file`)).status, 200, paper);
  await monitoring.sees(told.item, {
    words: ['Cabinet was told about Quillon'],
    data: ({ minute }) => assert.ok(minute.private_words.startsWith('Cabinet was told about Quillon')),
  });
  await eachIsTold(site, sent, [FOLLOWER, 'member@thornmere.example'], ['Papers opened after the Ombudsman published', ITEM], ['Larkfield', 'Quillon']);
}

// The public can open the executive's report and the redacted copy, and nothing else.
async function filesAre(site) {
  const { text } = await anybody(site.base, ITEM);
  const documents = [...new Set([...text.matchAll(/href="(\/documents\/\d+\/[^"/]+)(?:\/file)?"/g)].map((m) => m[1]))];
  const pages = await Promise.all(documents.map(async (address) => (await anybody(site.base, address)).text));
  assert.equal(pages.filter((page) => page.includes(`href="${PAGE}"`)).length, 1, "the Ombudsman's own copy is linked to");
  const bytes = await Promise.all(documents.map(async (address) => {
    const answer = await fetch(`${site.base}${address}/file`);
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0);
  }));
  const open = bytes.filter((b) => b.length > 0);
  assert.deepEqual(open.map((b) => b.toString('latin1')).sort(), [REDACTED, FILES.p3.buffer].map((b) => b.toString('latin1')).sort());
}

async function earlierVersionStays(site, earlier) {
  const address = '/versions/item/2021-03-11-cabinet/59';
  says(await publicWords(site.base, address), 'Version 1', 'Version 2', 'Version 3', 'Version 4', 'Agenda published', 'Minute published', 'Decision published', 'Papers opened after the Ombudsman published');
  assert.equal(earlier.papers?.length ?? 0, 0);
  const { text } = await anybody(site.base, address);
  // The newest stands first, and only it names the papers: as what was added.
  const [newest, ...older] = text.split('<section').slice(1);
  const added = [...newest.matchAll(/redress-added[^>]*>(.*?)<\/ins>/gs)].map((m) => words(m[1])).join(' ');
  for (const paper of ["The Ombudsman's report", "The director's report", "The executive's report"]) says(added, paper);
  assert.equal(older.length, 3);
  saysNot(words(older.join(' ')), "The director's report", "The executive's report");
}
