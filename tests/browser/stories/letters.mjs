// A mail server that keeps every letter it is given and sends none on.

import { createServer } from 'node:net';

export async function mailServer() {
  const letters = [];
  const server = createServer((socket) => {
    let text = '';
    let to = [];
    let inLetter = false;
    const say = (line) => socket.write(`${line}\r\n`);
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      text += bytes.toString('utf8');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        if (inLetter) {
          const stop = text.indexOf('\r\n.\r\n');
          if (stop < 0) return;
          letters.push({ to, text: text.slice(0, stop) });
          text = text.slice(stop + 5);
          [to, inLetter] = [[], false];
          say('250 kept');
          continue;
        }
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (/^EHLO/i.test(line)) say('250 letters.example');
        else if (/^RCPT TO:/i.test(line)) {
          to.push(line.match(/<([^>]*)>/)[1]);
          say('250 ok');
        } else if (/^DATA/i.test(line)) {
          inLetter = true;
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
    say('220 letters.example');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { port: server.address().port, letters, close: () => server.close() };
}
