// SPDX-License-Identifier: Apache-2.0
// The studio as a colleague with a link meets it. Qt paints on a canvas, so what it shows is read from what it does to
// the page: its title, its address, what it asks the service for, and its pixels.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Service, TOKEN } from './service.mjs';

const PATIENCE = 60_000;
const service = new Service();
let browser;

before(async () => {
  await service.start();
  await service.ask('POST', '/experiments', {
    name: 'Homepage layout', variants: [{ name: 'control', allocation: 0.5 }, { name: 'new', allocation: 0.5 }],
    metrics: ['conversion'],
  });
  await service.ask('POST', '/experiments/homepage-layout/start');
  browser = await chromium.launch({ executablePath: process.env.XP_CHROMIUM ?? '/usr/bin/chromium',
                                    args: ['--no-sandbox'] });
});

after(async () => {
  await browser?.close();
  await service.end();
});

async function opened(hash = '', { token, width = 1440, height = 900 } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  if (token)
    await context.addInitScript((value) => sessionStorage.setItem('xp-studio.token', value), token);
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text()))
      page.problems.push(message.text());
  });
  await page.goto(`${service.url}/app/${hash}`);
  await page.waitForSelector('body[data-state=running]', { timeout: PATIENCE });
  return page;
}

const titled = (page, title) => page.waitForFunction((wanted) => document.title === wanted, title,
                                                     { timeout: PATIENCE });

async function picture(page, name) {
  if (!process.env.XP_SCREENS)
    return;
  mkdirSync(process.env.XP_SCREENS, { recursive: true });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(process.env.XP_SCREENS, `${name}.png`) });
}

test('it loads within its time and size, under its policy', async () => {
  const page = await opened();
  const { seconds, bytes } = await page.evaluate(() => ({
    seconds: performance.getEntriesByName('xp-studio-running')[0].startTime / 1000,
    bytes: performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  }));
  console.log(`interactive after ${seconds.toFixed(2)} s, ${(bytes / 1e6).toFixed(2)} MB over the wire`);
  assert.ok(bytes < 5e6, `${bytes} bytes over the wire`);
  assert.deepEqual(page.problems, []);
  await picture(page, 'browser-signin');
  await page.context().close();
});

test('a wrong token is refused, the right one kept for the tab alone', async () => {
  const page = await opened('', { token: 'wrong' });
  const refused = await page.waitForResponse((answer) => answer.url().includes('/api/v1/experiments'),
                                             { timeout: PATIENCE });
  assert.equal(refused.status(), 401);
  await page.waitForTimeout(1000);
  assert.equal(await page.title(), 'Experimentation');
  await picture(page, 'browser-refused');
  await page.context().close();

  const right = await opened('', { token: TOKEN });
  await titled(right, 'Experiments');
  assert.ok(!(await right.evaluate(() => location.href)).includes(TOKEN));
  assert.equal(await right.evaluate(() => localStorage.getItem('xp-studio.token')), null);
  assert.ok(!service.log.includes(TOKEN));
  await picture(right, 'browser-portfolio');
  await right.context().close();
});

test('a link opens one experiment; reload, back and forward keep their place', async () => {
  const page = await opened('#/experiments/homepage-layout', { token: TOKEN });
  await titled(page, 'homepage-layout');
  await picture(page, 'browser-experiment');
  await page.reload();
  await page.waitForSelector('body[data-state=running]', { timeout: PATIENCE });
  await titled(page, 'homepage-layout');
  await page.evaluate(() => { location.hash = '#/'; });
  await titled(page, 'Experiments');
  await page.goBack();
  await titled(page, 'homepage-layout');
  await page.goForward();
  await titled(page, 'Experiments');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('new traffic moves what is drawn, without a reload', async () => {
  const page = await opened('#/experiments/homepage-layout', { token: TOKEN });
  await titled(page, 'homepage-layout');
  await page.waitForTimeout(4000);
  const before = await page.screenshot();
  for (let user = 0; user < 200; ++user) {
    await service.ask('POST', '/experiments/homepage-layout/assign', { user_id: `user-${user}` });
    if (user % 3 === 0)
      await service.ask('POST', '/experiments/homepage-layout/track', { user_id: `user-${user}`, event_name: 'conversion' });
  }
  await page.waitForResponse((answer) => answer.url().endsWith('/stats') && answer.status() === 200,
                             { timeout: PATIENCE });
  await page.waitForTimeout(4000);
  assert.ok(!before.equals(await page.screenshot()), 'the picture has not changed');
  await picture(page, 'browser-traffic');
  await page.context().close();
});

test('a service that is lost and comes back is found again', async () => {
  const page = await opened('', { token: TOKEN });
  await titled(page, 'Experiments');
  await service.stop();
  await page.waitForEvent('requestfailed', { timeout: PATIENCE });
  await page.waitForTimeout(2000);
  await picture(page, 'browser-lost');
  await service.start();
  await page.waitForResponse((answer) => answer.url().includes('/api/v1/experiments') && answer.ok(),
                             { timeout: PATIENCE });
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a small window', async () => {
  const page = await opened('#/experiments/homepage-layout', { token: TOKEN, width: 800, height: 600 });
  await titled(page, 'homepage-layout');
  await picture(page, 'browser-small');
  await page.context().close();
});

test('an old browser is told so', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => { delete WebAssembly.compileStreaming; });
  const page = await context.newPage();
  await page.goto(`${service.url}/app/`);
  await page.waitForSelector('body[data-state=failed]', { timeout: PATIENCE });
  assert.match(await page.textContent('#message'), /too old/);
  await context.close();
});
