// Tables of facts: each row is asked for on the published page by somebody who is not signed in, and one that is not there names
// itself. A row is its number, what is stated, the page (its key among those that the story told, or a function of what was told),
// and then what must be there: words, a pattern, or a check of the page's data and words.

import assert from 'node:assert/strict';

import { plain, twin } from './words.mjs';

export async function allStated(people, site, facts, told) {
  assert.equal(new Set(facts.map(([number]) => number)).size, facts.length, 'no number stands twice');
  const reader = await people.anybody(site);
  const [read, data, wrong] = [new Map(), new Map(), []];
  const once = async (known, address, ask) => {
    if (!known.has(address)) known.set(address, await ask(address));
    return known.get(address);
  };
  for (const [number, stated, where, ...asked] of facts) {
    try {
      const address = typeof where === 'function' ? where(told) : told[where];
      assert.ok(address, `the story told where “${where}” is`);
      const words = even(await once(read, address, reader.words));
      for (const one of asked.flat()) {
        if (typeof one === 'function') await one(await once(data, twin(address), reader.json), words, told);
        else if (one instanceof RegExp) assert.match(words, one);
        else assert.ok(words.includes(even(one)), `“${one}” is not said at ${address}: ${words.slice(0, 4000)}`);
      }
    } catch (error) {
      wrong.push(`${number} ${stated}: ${error.message}`);
    }
  }
  await reader.leave();
  assert.deepEqual(wrong, [], `${wrong.length} of ${facts.length} facts are not stated`);
}

// A browser puts no blank where a tag ends before a comma; who takes the tags away does.
function even(text) {
  return plain(text).replace(/ ([,.;:)?])/g, '$1').replace(/\( /g, '(');
}
