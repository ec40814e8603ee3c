// What every story of a meeting does: the room with who came, what is written under items, and the minutes on their way out.

import { choice } from './words.mjs';

// Opens the room of a meeting with these members in it, the first in the chair; gives what is done there.
export async function inTheRoom(clerk, meeting, names) {
  const room = {
    members: [],
    does: (what, fields = {}) => clerk.does(`${meeting}/workspace/${what}`, fields),
    write: (items, part, words) => room.does('write', { items, part, words }),
  };
  const { members } = room;
  for (const name of names) members.push(await choice(clerk, `${meeting}/workspace/attend`, 'members', `${name} (not in the room)`));
  await room.does('attend', { what: 'arrived', members });
  await room.does('preside', { member: members[0] });
  await room.does('open');
  return room;
}

// Builds the minutes of what was taken down, writes what the chair found, and publishes them as a draft.
export async function minutesPublished(clerk, meeting, chair) {
  await clerk.does(`${meeting}/minutes/build`);
  await clerk.does(`${meeting}/minutes/chair-check`, { chair, result: 'nothing' });
  await clerk.does(`${meeting}/minutes/publish`, { reason: 'Draft minutes published', read: ['yes'] });
}
