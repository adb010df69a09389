// SPDX-License-Identifier: Apache-2.0
// The real OFREP providers under the server and the web SDK. Prints what they saw as JSON.
import { connect, createServer } from 'node:net';
import { OpenFeature } from '@openfeature/server-sdk';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OpenFeature as Web } from '@openfeature/web-sdk';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { EventSource } from 'eventsource';

const [, , baseUrl, token, flag, configFlag, draft, stopUrl] = process.argv;
const headers = [['Authorization', `Bearer ${token}`]];
const seen = { users: {}, statuses: [] };
const short = ({ value, variant, reason, errorCode, flagMetadata }) => ({ value, variant, reason, errorCode, flagMetadata });

await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl, headers }));
const client = OpenFeature.getClient();
for (const targetingKey of ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'])
  seen.users[targetingKey] = short(await client.getStringDetails(flag, 'off', { targetingKey, country: 'CA' }));
seen.unknown = short(await client.getBooleanDetails('no-such-flag', false, { targetingKey: 'u1' }));
seen.draft = short(await client.getStringDetails(draft, 'off', { targetingKey: 'u1' }));
seen.type = short(await client.getBooleanDetails(flag, false, { targetingKey: 'u1' }));
seen.noKey = short(await client.getStringDetails(flag, 'off', {}));
seen.config = short(await client.getObjectDetails(configFlag, { none: true }, { targetingKey: 'u1' }));
await OpenFeature.close();

// What the web provider asks and is told.
const fetchImplementation = async (...args) => {
  const response = await fetch(...args);
  seen.statuses.push(response.status);
  return response;
};
const waitFor = async (what, condition) => {
  for (let i = 0; i < 300; ++i, await new Promise((r) => setTimeout(r, 50))) if (condition()) return;
  throw new Error(`${what} never came; seen so far: ${JSON.stringify(seen)}`);
};

let changed = [];
Web.addHandler('PROVIDER_CONFIGURATION_CHANGED', (e) => changed.push(...(e.flagsChanged ?? [])));
await Web.setContext({ targetingKey: 'u1', country: 'CA' });
await Web.setProviderAndWait(new OFREPWebProvider({ baseUrl, headers, fetchImplementation, pollInterval: 200, cacheMode: 'disabled' }));
const web = Web.getClient();
seen.web = short(web.getStringDetails(flag, 'off'));
seen.webUnknown = short(web.getStringDetails('no-such-flag', 'off'));
seen.webType = short(web.getBooleanDetails(flag, false));
await waitFor('304', () => seen.statuses.includes(304));
const others = {};
for (const targetingKey of ['u2', 'u3', 'u4', 'u5', 'u6']) {
  await Web.setContext({ targetingKey, country: 'CA' });
  others[targetingKey] = web.getStringValue(flag, 'off');
}
seen.webUsers = others;
await Web.clearProviders();

// The stream: no polling, so a change can only come by it.
globalThis.EventSource = EventSource;
changed = [];
await Web.setContext({ targetingKey: 'never-assigned' });
await Web.setProviderAndWait(new OFREPWebProvider({ baseUrl, headers, fetchImplementation, cacheMode: 'disabled' }));
seen.before = short(Web.getClient().getStringDetails(flag, 'off'));
await new Promise((r) => setTimeout(r, 500)); // until it listens
await fetch(stopUrl, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
await waitFor('the change', () => changed.includes(flag));
seen.after = short(Web.getClient().getStringDetails(flag, 'off'));
await Web.clearProviders();

// A network that breaks again and again: what changed meanwhile is heard on coming back.
const open = new Set();
const network = createServer((near) => {
  const far = connect(Number(new URL(baseUrl).port), '127.0.0.1');
  for (const [one, other] of [[near, far], [far, near]]) {
    open.add(one);
    one.on('error', () => {}).on('close', () => (open.delete(one), other.destroy()));
    one.pipe(other);
  }
});
await new Promise((r) => network.listen(0, '127.0.0.1', r));
const post = (path) => fetch(`${baseUrl}/api/v1/experiments/${path}`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
const through = `http://127.0.0.1:${network.address().port}`;
await Web.setProviderAndWait(new OFREPWebProvider({ baseUrl: through, headers, cacheMode: 'disabled' }));
await new Promise((r) => setTimeout(r, 500)); // until it listens
const reason = () => Web.getClient().getObjectDetails(configFlag, {}).reason;
seen.broken = [reason()];
for (const step of ['pause', 'resume', 'pause']) {
  if (seen.broken.length > 1) for (const socket of open) socket.destroy(); // from the first change on it knows what it heard
  await post(`${configFlag}/${step}`);
  await waitFor('what changed while the network was away', () => reason() !== seen.broken.at(-1));
  seen.broken.push(reason());
}
await Web.close();
network.close();
console.log(JSON.stringify(seen));
process.exit(0);
