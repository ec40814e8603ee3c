// Tables of facts: each row is asked for on the published page by somebody who is not signed in, and one that is not there names
// itself. A row is its number, what is stated, the key of the page among those that the story told, and then the words that the page
// has, or a check of its data.

import assert from 'node:assert/strict';

import { twin } from './words.mjs';

// A link may end right before a comma or a full stop: without tags a blank stands there.
const bare = (text) => text.replace(/ ([.,;])/g, '$1');

export async function allStated(people, site, facts, pages) {
  const anybody = await people.nobody(site);
  const [read, data] = [new Map(), new Map()];
  const once = async (known, address, ask) => {
    if (!known.has(address)) known.set(address, await ask(address));
    return known.get(address);
  };
  const wrong = [];
  for (const [number, stated, key, ...asked] of facts) {
    try {
      const address = pages[key];
      assert.ok(address, `the story told where “${key}” is`);
      const words = await once(read, address, async () => bare(await anybody.reads(address)));
      for (const one of asked) {
        if (typeof one === 'function') await one(await once(data, twin(address), anybody.data));
        else if (one instanceof RegExp) assert.match(words, one);
        else assert.ok(words.includes(one), `“${one}” is not said at ${address}: ${words.slice(0, 4000)}`);
      }
    } catch (error) {
      wrong.push(`${number} ${stated}: ${error.message}`);
    }
  }
  await anybody.leave();
  assert.equal(new Set(facts.map(([number]) => number)).size, facts.length, 'no number stands twice');
  assert.deepEqual(wrong, [], `${wrong.length} of ${facts.length} facts are not stated`);
}
