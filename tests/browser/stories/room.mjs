// What is taken down at a meeting: everything goes into the log of its workspace, in the order in which it happened.

import assert from 'node:assert/strict';

// The workspace of a meeting, for one clerk. `names` are the members who matter, in the order in which the story numbers them.
export async function workspace(clerk, meeting, names = []) {
  const at = `${meeting}/workspace`;
  const offered = await clerk.offered(`${at}/attend`, 'members');
  const numbers = names.map((name) => {
    const found = offered.find(([, its]) => its.startsWith(name));
    assert.ok(found, `${name} is on the body: ${JSON.stringify(offered)}`);
    return found[0];
  });
  const room = {
    at,
    one: (place) => numbers[place],
    several: (...places) => places.map((place) => numbers[place]),
    take: (kind, fields = {}) => clerk.takes(at, kind, fields),
    // The newest entry that a form offers: the motion that was just moved, the question that was just asked.
    newest: async (kind, field) => (await clerk.offered(`${at}/${kind}`, field)).at(-1)[0],
    record: async () => (await clerk.json(at)).record,

    async begins(...places) {
      await room.take('attend', { what: 'arrived', members: room.several(...places) });
      await room.take('preside', { member: room.one(places[0]) });
      await room.take('open');
    },

    async moved(item, words, mover, seconder) {
      await room.take('move', { item, words, mover: room.one(mover), seconder: room.one(seconder) });
      return room.newest('vote', 'on');
    },

    async asked(item, by, question, answeredBy, answer) {
      await room.take('question', { item, by, words: question });
      await room.take('answer', { question: await room.newest('answer', 'question'), by: answeredBy, words: answer });
    },

    writes: (item, part, words) => room.take('write', { items: [item], part, words }),
  };
  return room;
}
