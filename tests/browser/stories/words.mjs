// What is said and what is not: the words of a page, without tags, and what somebody who is not signed in gets.

import assert from 'node:assert/strict';

export function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}

export function words(html) {
  const bare = html.replace(/<(?:style|script)[^>]*>.*?<\/(?:style|script)>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return plain(bare.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

export function says(text, ...wanted) {
  for (const one of wanted) assert.ok(text.includes(one), `“${one}” is said in: ${text.slice(0, 6000)}`);
}

export function saysNot(text, ...unwanted) {
  for (const one of unwanted) assert.ok(!text.toLowerCase().includes(one.toLowerCase()), `“${one}” is not said in: ${text.slice(0, 3000)}`);
}

// What somebody who is not signed in gets: status, headers, words.
export async function anybody(base, address, headers = {}) {
  const answer = await fetch(base + address, { redirect: 'manual', headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

// The words of a page as anybody reads it, without tags.
export async function publicWords(base, address) {
  const { status, text } = await anybody(base, address);
  assert.equal(status, 200, `anybody opens ${address}`);
  return words(text);
}

// The address of the decision of a public item.
export async function decisionOf(site, item) {
  const { item: { decision_number: number } } = JSON.parse((await anybody(site.base, `${item}.json`)).text);
  assert.ok(number, `the decision of ${item} is public`);
  return `/decisions/${number}`;
}

// The address of a page's own data: `.json` before what is asked.
export function twin(address) {
  const [path, asked] = address.split('?');
  return `${path}.json${asked === undefined ? '' : `?${asked}`}`;
}

// The value of a choice that a form offers under these words.
export async function choice(person, address, field, wanted) {
  const offered = await person.offered(address, field);
  const found = offered.find(([, its]) => its === wanted);
  assert.ok(found, `“${wanted}” is offered for “${field}” at ${address}: ${JSON.stringify(offered)}`);
  return found[0];
}

// The number at the end of an address.
export function numberOf(address) {
  return Number(address.split('/').pop());
}
