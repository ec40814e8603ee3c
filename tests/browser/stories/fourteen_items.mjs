// A meeting of fourteen items, whole: the agenda is built from what stands on every one, with papers and a private part; it is
// published, held in the workspace, minuted, decided and confirmed, and nobody needs more than the forms.

import assert from 'node:assert/strict';

import { planned } from './cases.mjs';
import { pdf } from './files.mjs';
import {
  AMENDED, ANSWER, BODY, BUSINESS, DEFERRED, EXCLUSION, MEMBERS, MOTION, NUMBERS, OPTIONS, PRIVATE, QUESTION, REASONS, SAID_IN_PRIVATE,
  SECRETS, SLUG, STANDING,
} from './fourteen_words.mjs';
import { workspace } from './room.mjs';
import { anybody, choice, numberOf, publicWords, says, saysNot } from './words.mjs';

const MEETING = `/meetings/2025-02-26-${SLUG}`;
const ITEM = (number) => `${MEETING}/items/${number}`;
const file = (words) => ({ name: `${words.replaceAll(' ', '-')}.pdf`, mimeType: 'application/pdf', buffer: pdf(words) });

export async function fourteenItems(people, site) {
  const told = await built(people, site);
  await held(people, site, told);
  await decided(people, site, told);
  await confirmed(people, site, told);
}

// 17 February: the committee, its agenda in four parts, the papers, and the publication nine days before.
async function built(people, site) {
  await site.on('2025-02-17');
  const clerk = await people.as(site, 'clerk');
  await committee(clerk);
  const told = { next: await planned(clerk, BODY, '2 April 2025') };
  await planned(clerk, BODY, '15 January 2025');
  told.meeting = await planned(clerk, BODY, '26 February 2025');
  await clerk.does(`${told.meeting}/start-agenda`);
  const add = (title, place) => clerk.does(`${told.meeting}/add-item`, { title, public_title: title, place });
  // The buses come last at first, and are put in their place.
  const late = BUSINESS[2];
  for (const [title] of [...BUSINESS.filter((one) => one !== late), late]) await add(title, 'public');
  await add(EXCLUSION, 'exclusion');
  told.private = await clerk.does(`${told.meeting}/add-item`, { title: PRIVATE[0], public_title: 'Land: an exempt report', place: 'private' });
  const last = (await lines(clerk, told)).find(([, title]) => title === late[0]);
  await clerk.does(`${told.meeting}/order`, { item: String(last[2]), to: 4 });
  await inOrder(clerk, told);
  await papers(people, site, clerk, told);
  await clerk.does(`${told.meeting}/publish`, { reason: 'Agenda published' });
  await clerk.leave();
  await asPublished(site);
  return told;
}

async function committee(clerk) {
  await clerk.does('/desk/bodies/add', { name: BODY });
  const body = await choice(clerk, '/desk/meetings/plan', 'body', BODY);
  const at = `/desk/bodies/${body}`;
  await clerk.does(`${at}/particulars`, {
    sort: 'regulatory', quorum: 'number', quorum_number: 3, numbering: 'each_agenda', decides: 'yes', delegation: 'The constitution, part 3', call_in: 'no',
  });
  const known = await clerk.offered(`${at}/seat`, 'member');
  for (const [place, name] of MEMBERS.entries()) {
    const [member] = known.find(([, its]) => its.startsWith(name));
    await clerk.does(`${at}/seat`, { member, capacity: place ? 'member' : 'chair', from: '20 May 2024' });
  }
  await clerk.does(`${at}/standing-items`, STANDING);
}

// Number, title and desk number of every line of the agenda.
async function lines(clerk, told) {
  const { parts } = await clerk.json(`${told.meeting}/agenda`);
  return parts.flatMap((part) => part.items.map(({ item }) => [item.number, item.title, item.id]));
}

async function inOrder(clerk, told) {
  const all = await lines(clerk, told);
  const opening = ['Apologies for absence', 'Declarations of interest', 'Minutes of the meeting of 15 January 2025', STANDING.public];
  assert.deepEqual(all.map(([number, title]) => [number, title]), [...opening, ...BUSINESS.map(([title]) => title), EXCLUSION, PRIVATE[0]].map((title, at) => [NUMBERS[at], title]));
  told.items = Object.fromEntries(all.map(([number, , id]) => [number, `/desk/items/${id}`]));
}

// Six papers; the one of the private item is exempt by paragraph 3.
async function papers(people, site, clerk, told) {
  for (const [at, [, title]] of BUSINESS.entries()) {
    if (title) await clerk.does(`${told.items[at + 5]}/add-paper`, { title, public_title: title, file: file(title) });
  }
  const exempt = await clerk.does(`${told.private}/add-paper`, { title: PRIVATE[1], file: file('The lowest offer') });
  const monitoring = await people.as(site, 'monitoring');
  const interest = 'The council would be paid less if those who offer knew what others offer.';
  await monitoring.does(`${told.private}/private`, { ground: 'reg4_2b', paragraphs: ['3'], public_interest: interest, reason: 'Offers are still being compared.' });
  await monitoring.does(`${exempt}/restrict`, {
    kind: 'exempt', paragraphs: ['3'], public_interest: interest, public_reason: 'It is about the business of those who offer.', review_on: '1 September 2025',
    challenge: 'Write to the monitoring officer',
  });
  await monitoring.leave();
}

// The public reads fourteen items and five papers, and of the last item its ground.
async function asPublished(site) {
  const { items } = JSON.parse((await anybody(site.base, `${MEETING}.json`)).text);
  assert.deepEqual(items.map((item) => item.number), NUMBERS);
  assert.deepEqual(items.flatMap((item) => item.papers.map((paper) => paper.title)), BUSINESS.map(([, title]) => title).filter(Boolean));
  const last = await publicWords(site.base, ITEM(14));
  says(last, 'Land: an exempt report', 'Offers are still being compared.', 'Schedule 12A');
  saysNot(last, ...SECRETS);
}

// 26 February: from the first apology to the end, in the workspace.
async function held(people, site, told) {
  await site.on('2025-02-26');
  const clerk = await people.as(site, 'clerk');
  const room = await workspace(clerk, told.meeting, MEMBERS);
  await room.take('attend', { what: 'apologies', members: room.several(6) });
  await room.begins(0, 1, 2, 3);
  for (const item of NUMBERS) {
    await room.take('call', { item });
    if (item === '2') await room.take('attend', { what: 'arrived', members: room.several(4, 5) });
    else if (item === '7') await movedAndAmended(clerk, room);
    else if (item === '13') await publicExcluded(room);
    else if (item === '14') await inPrivate(room);
    else if (item === '8') await byCount(room);
    else if (item === '10') await room.take('attend', { what: 'left', members: room.several(3) });
    else await room.writes(item, 'discussion', 'The committee noted it.');
  }
  await room.take('readmit');
  await room.take('close');
  await asTakenDown(clerk, room);
  await clerk.leave();
}

// Item 7: an interest with leave, a question, a motion with two amendments of which one is lost, votes by count and by name.
async function movedAndAmended(clerk, room) {
  await room.take('interest', { item: '7', member: room.one(5), kind: 'pecuniary', nature: 'Owns a firm that runs buses', leaves: ['yes'] });
  await room.asked('7', 'Mr Orme', QUESTION, 'The chair', ANSWER);
  const motion = await room.moved('7', MOTION, 0, 1);
  const amended = async (before, after) => {
    const form = `${room.at}/amend`;
    const [[on]] = await clerk.offered(form, 'motion');
    assert.equal(on, motion);
    await room.take('amend', { motion, after, mover: room.one(2), seconder: room.one(3) });
    return room.newest('vote', 'on');
  };
  const third = await amended(MOTION, AMENDED);
  says(await clerk.cannot(`${room.at}/vote`, { on: motion, taken: 'unanimous' }), 'amendment is still to be voted on');
  await room.take('vote', { on: third, taken: 'counted', for: 3, against: 2, own_against: room.several(4) });
  const deferred = await amended(AMENDED, DEFERRED);
  await room.take('vote', { on: deferred, taken: 'named', named_for: room.several(2), rest: 'against' });
  await room.take('vote', { on: motion, taken: 'named', named_for: room.several(0, 1), named_abstained: room.several(4), rest: 'for' });
  await room.take('attend', { what: 'arrived', members: room.several(5) });
  await room.take('resolve', { item: '7', clauses: AMENDED });
  await room.writes('7', 'discussion', 'The director presented the report.');
  await room.writes('7', 'reasons', REASONS);
  await room.writes('7', 'options_rejected', OPTIONS);
}

// Item 8: hands are counted, and nobody's name is asked for.
async function byCount(room) {
  const motion = await room.moved('8', 'That the report on damp be noted.', 3, 4);
  await room.take('vote', { on: motion, taken: 'counted', for: 4, against: 1, abstained: 1 });
  await room.take('resolve', { item: '8', clauses: 'That the report on damp be noted.' });
}

// Item 13: the resolution that excludes the public from the item after it.
async function publicExcluded(room) {
  await room.writes('13', 'discussion', 'The chair moved the motion on the agenda.');
}

async function inPrivate(room) {
  await room.take('exclude', { item: '14', paragraphs: ['3'], mover: room.one(0), seconder: room.one(1), taken: 'unanimous' });
  await room.writes('14', 'private_discussion', SAID_IN_PRIVATE);
  await room.take('resolve', { item: '14', clauses: 'That the best offer be accepted.' });
}

async function asTakenDown(clerk, room) {
  const record = await room.record();
  assert.deepEqual([record.step, record.order, record.private_now], ['ended', NUMBERS, false]);
  assert.deepEqual(Object.keys(record.apologies), [room.one(6)]);
  const [first, count, excluded] = record.motions;
  assert.deepEqual(first.amendments.map(({ words }) => words), [AMENDED, DEFERRED]);
  assert.equal(first.moved.votes[0].taking.votes.length, 5, 'who left for an interest has no vote');
  assert.equal(count.moved.votes[0].taking.for, 4);
  says(excluded.moved.words, 'Schedule 12A, paragraph 3');
  assert.deepEqual(record.excluded, { 14: [3] });
  assert.deepEqual((await clerk.json(room.at)).problems, []);
  await clerk.sees(room.at, { words: ['The meeting has ended', 'Owns a firm that runs buses', 'Carried', 'Lost'] });
}

// 28 February: the decisions with reasons and options, then the minutes, read by the chair and published as a draft.
async function decided(people, site, told) {
  await site.on('2025-02-28');
  const clerk = await people.as(site, 'clerk');
  const record = { reasons: REASONS, options_rejected: OPTIONS, interests: 'None' };
  says(await clerk.cannot(`${told.items[7]}/decision`, { ...record, text: AMENDED, options_rejected: '' }), 'Options considered and rejected');
  await clerk.does(`${told.items[7]}/decision`, { ...record, text: AMENDED, interests: `${MEMBERS[5]}: owns a firm that runs buses; none` });
  await clerk.does(`${told.items[8]}/decision`, { ...record, text: 'That the report on damp be noted.', options_rejected: 'None' });
  await clerk.does(`${told.meeting}/publish`, { reason: 'Decisions published', read: ['yes'] });
  const at = `${told.meeting}/minutes`;
  await clerk.does(`${at}/build`);
  await clerk.does(`${at}/send-to-chair`, { chair: await choice(clerk, `${at}/send-to-chair`, 'chair', MEMBERS[0]) });
  says(await clerk.cannot(`${at}/publish`, { reason: 'Draft minutes', read: ['yes'] }), 'chair');
  await clerk.does(`${at}/chair-check`, { chair: MEMBERS[0], result: 'nothing' });
  await clerk.does(`${at}/publish`, { reason: 'Draft minutes published', read: ['yes'] });
  await clerk.leave();
  await asMinuted(site);
}

async function asMinuted(site) {
  const buses = await publicWords(site.base, ITEM(7));
  says(buses, 'Draft minutes, not yet confirmed', `moved by ${MEMBERS[0]}`, 'Amendment', '3 for, 2 against', '1 for, 4 against', '4 for, 0 against, 1 abstained',
    'How each member voted', 'Votes recorded at the member’s own request', 'Owns a firm that runs buses', 'Left the room', QUESTION, ANSWER, REASONS, OPTIONS,
    '3. That the committee be told each quarter.');
  says(await publicWords(site.base, ITEM(8)), '4 for, 1 against, 1 abstained', 'That the report on damp be noted.');
  says(await publicWords(site.base, ITEM(14)), 'The meeting resolved to exclude the public', 'paragraph 3');
  const { item } = JSON.parse((await anybody(site.base, `${ITEM(7)}.json`)).text);
  says(await publicWords(site.base, `/decisions/${item.decision_number}`), REASONS, OPTIONS, 'Decided on 26 February 2025', 'Published on 28 February 2025');
  const meeting = await publicWords(site.base, MEETING);
  says(meeting, 'Presided', 'Draft minutes', ...MEMBERS, 'Apologies');
  for (const address of [MEETING, ...NUMBERS.map(ITEM), '/changes', '/restrictions']) saysNot((await anybody(site.base, address)).text, ...SECRETS, 'best offer');
}

// 3 April: the next meeting has confirmed them, with one word put right; they are signed, and nothing changes any more.
async function confirmed(people, site, told) {
  await site.on('2025-04-03');
  const clerk = await people.as(site, 'clerk');
  const at = `${told.meeting}/minutes`;
  const { items } = await clerk.json(at);
  const words = items.find((one) => one.item === numberOf(told.items[8])).public;
  await clerk.does(`${at}/correct`, { item: String(numberOf(told.items[8])), words: `${words}\n\nThe surveyor was thanked.`, by: MEMBERS[3] });
  await clerk.does(`${at}/confirm`, { meeting: String(numberOf(told.next)), corrections: 'A word of thanks was left out under item 8.' });
  await clerk.does(`${at}/sign`, { presiding: MEMBERS[0], day: '2 April 2025' });
  await clerk.does(`${at}/publish`, { reason: 'Minutes confirmed', read: ['yes'] });
  says(await clerk.cannot(`${at}/build`), 'confirmed');
  await clerk.leave();
  says(await publicWords(site.base, ITEM(8)), 'Confirmed on 2 April 2025', 'A word of thanks was left out under item 8.', 'The surveyor was thanked.');
  says(await publicWords(site.base, ITEM(7)), `Signed by ${MEMBERS[0]}, who presided, on 2 April 2025`);
}
