// A meeting as its clerk takes it down: who came, what was said, moved, voted and resolved; then its minutes, to the public.

import { choice } from './words.mjs';

// Gives members seats on a body, by their names.
export async function seated(clerk, body, seats, from = '9 May 2019') {
  const id = await choice(clerk, '/desk/meetings/plan', 'body', body);
  const known = new Map((await clerk.offered(`/desk/bodies/${id}/seat`, 'member')).map(([value, name]) => [name, value]));
  for (const [name, capacity] of Object.entries(seats)) {
    await clerk.does(`/desk/bodies/${id}/seat`, { member: known.get(name), capacity, from });
  }
  return `/desk/bodies/${id}`;
}

// The room of a meeting; `take` takes one thing down, `who` is a member as its forms name them.
export async function room(clerk, meeting) {
  const form = `${meeting}/workspace/attend`;
  const offered = [...(await clerk.offered(form, 'members')), ...(await clerk.offered(form, 'other'))];
  const known = new Map(offered.map(([value, name]) => [name.replace(' (not in the room)', ''), value]));
  const take = (kind, fields) => clerk.does(`${meeting}/workspace/${kind}`, fields);
  const who = (name) => known.get(name);
  return { take, who, everyone: (names) => names.map(who) };
}

// Members come in, one of them takes the chair, and an item is called.
export async function begun(here, { came, chair, item }) {
  await here.take('attend', { what: 'arrived', members: here.everyone(came) });
  await here.take('preside', { member: here.who(chair) });
  await here.take('open');
  await here.take('call', { item });
}

// A question and its answer.
export async function exchanged(here, [by, question, answerer, answer]) {
  await here.take('question', { by, words: question });
  await here.take('answer', { by: answerer, words: answer });
}

// The minutes of a meeting: built, read by who chaired, published as a draft. Somebody has read what is said of people; `before`
// is told on which form they go out.
export async function minuted(clerk, meeting, chair, before) {
  const of = (step) => `${meeting}/minutes/${step}`;
  await clerk.does(of('build'));
  await clerk.does(of('send-to-chair'), { chair: await choice(clerk, of('send-to-chair'), 'chair', chair) });
  await clerk.does(of('chair-check'), { chair, result: 'nothing' });
  await before?.(of('publish'));
  await clerk.does(of('publish'), { reason: 'Draft minutes published', read: ['yes'] });
}
