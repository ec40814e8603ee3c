// A table of facts held to the published pages: each row must stand on its page for somebody who is not signed in.
//
// A row is [number, what is stated, address, what must be there]. The address is a function of what the story told. What must be
// there are words, several of them, or a function of the page's words and its data that fails where the fact is not stated.

import assert from 'node:assert/strict';

import { plain, twin } from './words.mjs';

export async function eachIsStated(people, site, facts, told) {
  const numbers = facts.map(([number]) => number);
  assert.equal(new Set(numbers).size, numbers.length, 'every fact has one row');
  const reader = await people.anybody(site);
  const [pages, data, failed] = [new Map(), new Map(), []];
  const once = async (kept, address, read) => {
    if (!kept.has(address)) kept.set(address, await read(address));
    return kept.get(address);
  };
  for (const [number, what, where, wanted] of facts) {
    const address = where(told);
    try {
      const text = even(await once(pages, address, reader.words));
      if (typeof wanted === 'function') await wanted(text, await once(data, address, (its) => reader.json(twin(its))), told);
      else for (const one of [wanted].flat()) assert.ok(text.includes(even(one)), `“${one}” is not said`);
    } catch (error) {
      failed.push(`${number} (${what}) at ${address}: ${error.message.slice(0, 600)}`);
    }
  }
  await reader.leave();
  assert.deepEqual(failed, [], 'every fact stands on its page');
}

// A browser puts no blank where a tag ends before a comma; who takes the tags away does.
export function even(text) {
  return plain(text).replace(/ ([,.;:)?])/g, '$1').replace(/\( /g, '(');
}
