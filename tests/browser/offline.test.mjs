// SPDX-License-Identifier: Apache-2.0
// The studio with no service at all: its files on a host that knows nothing of experiments, a table or an evidence bundle
// from disk. The numbers are those of a service that has imported the same table.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { StaticHost } from './host.mjs';
import { Service, TOKEN } from './service.mjs';
import { click, downloaded, found, openFile, opened, picture, readable, titled } from './studio.mjs';

const host = new StaticHost();
const service = new Service();
let browser;

before(async () => {
  await host.start(process.env.APP_DIR);
  browser = await chromium.launch({ executablePath: process.env.XP_CHROMIUM ?? '/usr/bin/chromium',
                                    args: ['--no-sandbox'] });
});

after(async () => {
  await browser?.close();
  await host.end();
  await service.end();
});

const archive = (...words) => execFileSync(
  'python3', [join(dirname(fileURLToPath(import.meta.url)), 'archive.py'), ...words], { encoding: 'utf8' });

const plain = (options = {}) => opened(browser, host.url, { path: '/', ...options });

/// The same to ten digits: two machines compute the last ones differently.
function same(found, wanted, at = '') {
  if (typeof wanted === 'number' && typeof found === 'number' && !Number.isInteger(wanted))
    return assert.ok(Math.abs(found - wanted) <= 1e-10 * Math.abs(wanted), `${at}: ${found}, not ${wanted}`);
  if (wanted === null || typeof wanted !== 'object')
    return assert.equal(found, wanted, at);
  assert.deepEqual(Object.keys(found ?? {}).sort(), Object.keys(wanted).sort(), at);
  for (const [key, value] of Object.entries(wanted))
    same(found[key], value, `${at}.${key}`);
}

/// A table opened and analysed in the page, and imported by a service: { page, here, there }, both with all statistics.
async function bothWays(file, key, options) {
  service.run('import', file, '--experiment', key, ...options);
  await service.start();
  const there = await service.ask('GET', `/experiments/${key}/stats`);
  await service.stop();
  const page = await plain();
  await openFile(page, file);
  await found(page, /^Analyse$/, 'button');
  await picture(page, `browser-table-${key}`);
  const began = Date.now();
  await click(page, /^Analyse$/, 'button');
  await titled(page, key);
  console.log(`${key}: analysed in the page in ${((Date.now() - began) / 1000).toFixed(2)} s`);
  const { path } = await downloaded(page, 'Control+Shift+E', service.folder);
  assert.match(execFileSync(join(process.env.XP_BIN_DIR, 'xp-service'), ['verify', path], { encoding: 'utf8' }), /equal/);
  return { page, here: JSON.parse(archive('read', path, 'stats.json')), there };
}

test('what needs a service or a database is absent from a plain host', async () => {
  const page = await plain();
  await found(page, /^Open a file …$/, 'button');
  await picture(page, 'browser-plain');
  const texts = (await readable(page)).map(({ text }) => text);
  for (const absent of [/Sign in/, /^Token$/, /database/i, /demo/i, /^Connect/, /Quit/])
    assert.ok(!texts.some((text) => absent.test(text)), `${absent} in ${texts.join(' | ')}`);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a folder that happens to be called app is no service', async () => {
  const other = await new StaticHost().start(dirname(process.env.APP_DIR));
  const page = await opened(browser, `${other.url}/${process.env.APP_DIR.split('/').pop()}`, { path: '/?/app/' });
  await found(page, /^Open a file …$/, 'button');
  assert.ok(!(await readable(page)).some(({ text }) => /Sign in/.test(text)));
  await page.context().close();
  await other.end();
});

test('a table from disk is analysed in the page, with the numbers of the service', async () => {
  const rows = ['visitor,arm,bought,revenue'];
  for (let unit = 0; unit < 3000; ++unit) {
    const bought = (unit * 7919) % 100 < (unit % 2 ? 23 : 20);
    rows.push(`v${unit},${unit % 2 ? 'new' : 'control'},${bought},${bought ? ((unit * 31) % 977) / 10 : 0}`);
  }
  const file = join(service.folder, 'shop.csv');
  writeFileSync(file, `${rows.join('\n')}\n`);
  const { page, here, there } = await bothWays(
    file, 'shop', ['--unit', 'visitor', '--variant', 'arm', '--control', 'control', '--metric', 'bought', '--metric', 'revenue']);
  same(here.metrics, there.metrics);
  assert.equal(here.decision, there.decision);
  assert.match(page.url(), /#\/experiments\/shop$/);

  const report = await downloaded(page, 'Control+p', service.folder);
  assert.match(execFileSync('pdftotext', ['-layout', report.path, '-'], { encoding: 'utf8' }), /revenue/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('the 90,189 players of Cookie Cats', async (context) => {
  const file = join(process.env.XP_CONFORMANCE_DIR ?? '', 'data', 'cookie_cats.csv');
  if (!existsSync(file))
    return context.skip('skipped: no data');
  const { page, here, there } = await bothWays(
    file, 'cookie-cats', ['--unit', 'userid', '--variant', 'version', '--control', 'gate_30', '--metric', 'sum_gamerounds',
                          '--metric', 'retention_1', '--metric', 'retention_7']);
  same(here.metrics, there.metrics);
  const seventh = here.metrics.find(({ name }) => name === 'retention_7').comparisons[0];
  assert.ok(Math.abs(seventh.statistic - -3.16436) < 5e-6 && Math.abs(seventh.p_value - 0.00155425) < 5e-9);
  await found(page, /^90,189$/);
  await found(page, /^0\.019$/); // of any conversion
  assert.deepEqual(page.problems, []);
  await picture(page, 'browser-cookie-cats');
  await page.context().close();
});

test('a bad row is named by its line and column', async () => {
  const file = join(service.folder, 'bad.csv');
  writeFileSync(file, `user,variant,won\n${Array.from({ length: 6000 }, (_, i) => `${i},${i % 2 ? 'a' : 'b'},1\n`).join('')}x,a,perhaps\n`);
  const page = await plain();
  await openFile(page, file);
  await click(page, /^Analyse$/, 'button');
  await found(page, /ine 6002, column won/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

/// The evidence of an experiment as its service hands it out.
async function evidence() {
  await service.start();
  await service.ask('POST', '/experiments', {
    name: 'Checkout', variants: [{ name: 'control', allocation: 0.5 }, { name: 'new', allocation: 0.5 }],
    metrics: ['purchase'],
  }).catch((error) => assert.match(String(error), / 409 /)); // from the test before
  const bundle = join(service.folder, 'checkout.zip');
  if (!existsSync(bundle)) {
    await service.ask('POST', '/experiments/checkout/start');
    const users = Array.from({ length: 500 }, (_, number) => ({ user_id: `user-${number}` }));
    await service.ask('POST', '/experiments/checkout/assign:batch', { users });
    await service.ask('POST', '/experiments/checkout/track:batch', {
      events: users.filter((_, number) => number % 4 === 0).map((user) => ({ ...user, event_name: 'purchase' })),
    });
    const answer = await fetch(`${service.url}/api/v1/experiments/checkout/bundle`,
                               { headers: { Authorization: `Bearer ${TOKEN}` } });
    writeFileSync(bundle, Buffer.from(await answer.arrayBuffer()));
  }
  await service.stop();
  return bundle;
}

test('an evidence bundle is computed again in the page, and equal', async () => {
  const bundle = await evidence();
  const page = await plain();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click(page, /^Open a file …$/, 'button')]);
  await chooser.setFiles(bundle);
  await titled(page, 'checkout');
  await found(page, /Every number recomputed and equal\./);
  await found(page, /^500$/);
  assert.deepEqual(page.problems, []);
  await picture(page, 'browser-verified');
  await page.context().close();
});

test('a bundle that was tampered with is shown with the first number that differs', async () => {
  const bundle = await evidence();
  const tampered = join(service.folder, 'tampered.zip');
  const { metrics } = JSON.parse(archive('read', bundle, 'stats.json'));
  const said = metrics[0].variants[0].conversions;
  archive('change', bundle, 'stats.json', `"conversions": ${said}`, `"conversions": ${said + 1}`, tampered);
  const page = await plain();
  await openFile(page, tampered);
  await found(page, new RegExp(`stats\\.json: metrics\\[0\\]\\.variants\\[0\\]\\.conversions says ${said + 1}; computed again it is ${said}`));
  assert.ok(!(await readable(page)).some(({ text }) => /recomputed and equal/.test(text)));
  await picture(page, 'browser-tampered');
  await page.keyboard.press('Enter');
  await titled(page, 'checkout');
  await found(page, /^tampered\.zip is not as it was written\./);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('what is no bundle is refused with the reason', async () => {
  const other = join(service.folder, 'other.zip');
  execFileSync('python3', ['-c', `import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("a.txt", "a")`, other]);
  const page = await plain();
  await openFile(page, other);
  await found(page, /not an evidence bundle/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a file beside a service leaves the sign-in as it is', async () => {
  const bundle = await evidence();
  await service.start();
  const page = await opened(browser, service.url, { token: TOKEN });
  await titled(page, 'Experiments');
  await openFile(page, bundle);
  await found(page, /Every number recomputed and equal\./);
  assert.equal(await page.evaluate(() => sessionStorage.getItem('xp-studio.token')), TOKEN);
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await service.stop();
});

test('Chinese and Japanese text in a file brings its fonts', async () => {
  const file = join(service.folder, 'han.csv');
  writeFileSync(file, `user,variant,購入\n${Array.from({ length: 200 }, (_, i) => `${i},${i % 2 ? '对照组' : '新しい'},${i % 3 === 0}\n`).join('')}`);
  const page = await plain();
  await openFile(page, file);
  await found(page, /^Analyse$/, 'button');
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /han-common/.test(name)));
  await picture(page, 'browser-table-han');
  await page.context().close();
});
