// A mail server that keeps every letter it is given and sends none on.

import assert from 'node:assert/strict';
import { SMTPServer } from 'smtp-server';

import { says, saysNot } from './words.mjs';

export async function mailServer() {
  const letters = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map((one) => one.address), text: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  // A council that is stopped may hang up in the middle of a letter; it sends that again when it is served again.
  server.on('error', () => {});
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { port: server.server.address().port, letters, close: () => server.close() };
}

// The letters that came after so many: waits for the first, and then for another that may follow it.
export async function lettersSince(site, sent) {
  for (let tries = 0; tries < 100 && site.mail.letters.length === sent; tries += 1) await new Promise((later) => setTimeout(later, 100));
  // The outbox is looked into every two seconds.
  await new Promise((later) => setTimeout(later, 2500));
  return site.mail.letters.slice(sent).map((letter) => ({ ...letter, text: letter.text.replace(/=\r\n/g, '') }));
}

// One message of what was published, to one person, which says one thing and not another. Other letters, such as reminders, may
// come beside it.
export async function onePersonIsTold(site, sent, who, wanted, unwanted) {
  await eachIsTold(site, sent, [who], wanted, unwanted);
}

// The same to each of several: the members of the body are told of papers that were added or opened, as followers are.
export async function eachIsTold(site, sent, who, wanted, unwanted) {
  const letters = (await lettersSince(site, sent)).filter((letter) => letter.text.includes(wanted[0]));
  assert.deepEqual(letters.map((letter) => letter.to).sort(), who.map((one) => [one]).sort(), 'one message to each');
  for (const letter of letters) {
    says(letter.text, ...wanted);
    saysNot(letter.text, ...unwanted);
  }
}

// The letters that say something, once as many came: others may come first.
export async function lettersThatSay(site, sent, words, many = 1) {
  const found = () => site.mail.letters.slice(sent).map((letter) => ({ ...letter, text: letter.text.replace(/=\r\n/g, '') })).filter((letter) => letter.text.includes(words));
  for (let tries = 0; tries < 150 && found().length < many; tries += 1) await new Promise((later) => setTimeout(later, 100));
  return found();
}
