// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { ExperimentationClient } from 'experimentation-client';

const { XP_URL: baseUrl, XP_EXPERIMENT: experiment } = process.env;
const silent = { retryDelay: 5, maxRetryDelay: 20, flushInterval: 5 };
const until = async (condition) => {
  for (let i = 0; i < 400; ++i, await new Promise((r) => setTimeout(r, 10))) if (condition()) return;
  assert.fail('never came');
};

/** A service that answers as `answers` says, one after the other; the last for good. */
async function double(...answers) {
  const bodies = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    bodies.push(JSON.parse(text));
    const status = answers.length > 1 ? answers.shift() : answers[0];
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ results: (bodies.at(-1).events ?? []).map(() => ({ ok: true })) }));
  });
  await new Promise((r) => server.listen(0, '127.0.0.1', r));
  return { bodies, server, baseUrl: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

test('variants and events', async () => {
  const client = new ExperimentationClient({ baseUrl: baseUrl + '/', batchSize: 3 });
  for (let i = 0; i < 8; ++i) {
    const { variant, config, inExperiment } = await client.getVariant(experiment, `js${i}`, { context: { country: 'NP' } });
    assert.ok(inExperiment);
    assert.deepEqual(config, variant === 'new-layout' ? { layout: 'v2' } : {});
    client.track(experiment, `js${i}`, 'click', { value: 2 });
  }
  assert.ok(await client.close());
  assert.equal(client.pending, 0);
});

test('a fallback where there is no service', async () => {
  const client = new ExperimentationClient({ baseUrl: 'http://127.0.0.1:1' });
  const { variant, inExperiment, error } = await client.getVariant(experiment, 'u', { fallback: 'control' });
  assert.deepEqual([variant, inExperiment], ['control', false]);
  assert.ok(error);
});

test('batches, and repeats with the same ids', async () => {
  const service = await double(503, 429, 200);
  const client = new ExperimentationClient({ ...silent, baseUrl: service.baseUrl, batchSize: 4 });
  for (let i = 0; i < 4; ++i) client.track('one', 'u', 'click');
  await until(() => service.bodies.length === 3 && client.pending === 0);
  assert.deepEqual(service.bodies[0], service.bodies[2]);
  assert.equal(service.bodies[0].events.length, 4);
  assert.equal(new Set(service.bodies[0].events.map((e) => e.event_id)).size, 4);
  await client.close();
  service.close();
});

test('what is refused for good is given up', async () => {
  const service = await double(422, 200);
  const errors = [];
  const client = new ExperimentationClient({ ...silent, baseUrl: service.baseUrl, onError: (e) => errors.push(e.status) });
  client.track('one', 'u', 'click');
  client.track('two', 'u', 'click');
  assert.ok(await client.flush());
  assert.deepEqual(errors, [422]);
  assert.equal(service.bodies.length, 2);
  service.close();
});

test('events wait while the service is away, and the oldest go first', async () => {
  const client = new ExperimentationClient({ ...silent, baseUrl: 'http://127.0.0.1:1', maxQueue: 3 });
  for (const name of ['a', 'b', 'c', 'd']) client.track('one', 'u', name);
  assert.equal(await client.flush(), false);
  assert.equal(client.pending, 3);
  await client.close();
});

test('what is known has a bound', async () => {
  const service = await double(200);
  const asked = [];
  const answer = { in_experiment: true, variant: 'control', config: {}, reason: 'split' };
  const fetch = async (url, request) => asked.push(JSON.parse(request.body).user_id) && Response.json(answer);
  const client = new ExperimentationClient({ baseUrl: service.baseUrl, fetch, maxKnown: 2 });
  for (const user of ['a', 'b', 'b', 'a', 'c', 'b', 'a']) await client.getVariant('one', user);
  assert.deepEqual(asked, ['a', 'b', 'c', 'a']);
  service.close();
});

test('a browser: storage over a reload, beacons when the page goes', async () => {
  const store = new Map();
  const listeners = {};
  const beacons = [];
  globalThis.localStorage = { getItem: (k) => store.get(k) ?? null, setItem: (k, v) => store.set(k, v) };
  globalThis.addEventListener = (name, f) => (listeners[name] = f);
  globalThis.removeEventListener = () => {};
  globalThis.document = {
    visibilityState: 'visible', // as it still is when pagehide comes
    addEventListener: (name, f) => (listeners[name] = f),
    removeEventListener: () => {},
  };
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { sendBeacon: (url, blob) => beacons.push([url, blob]) > 0 },
  });
  const away = new ExperimentationClient({ ...silent, baseUrl: 'http://127.0.0.1:1' });
  away.track('one', 'u', 'click');
  listeners.visibilitychange();
  assert.equal(beacons.length, 0);
  listeners.pagehide();
  globalThis.document.visibilityState = 'hidden';
  listeners.visibilitychange();
  assert.equal(beacons.length, 1); // each event once
  assert.equal(beacons[0][0], 'http://127.0.0.1:1/api/v1/experiments/one/track:batch');
  assert.equal(beacons[0][1].type, 'application/json');
  const sent = JSON.parse(await beacons[0][1].text()).events[0];
  assert.equal(sent.event_name, 'click');
  await away.close();

  const service = await double(200);
  const next = new ExperimentationClient({ ...silent, baseUrl: service.baseUrl });
  assert.equal(next.pending, 1);
  await until(() => next.pending === 0);
  assert.equal(service.bodies[0].events[0].event_id, sent.event_id); // the service counts it once
  await next.close();
  service.close();
});
