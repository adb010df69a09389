// SPDX-License-Identifier: Apache-2.0
// The studio as a colleague with a link meets it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Service, TOKEN } from './service.mjs';
import { PATIENCE, click, command, found, opened, picture, readable, running, titled } from './studio.mjs';

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

async function visit(users, from = 0) {
  for (let user = from; user < from + users; ++user) {
    await service.ask('POST', '/experiments/homepage-layout/assign', { user_id: `user-${user}` });
    if (user % 3 === 0)
      await service.ask('POST', '/experiments/homepage-layout/track', { user_id: `user-${user}`, event_name: 'conversion' });
  }
}

test('it loads within its size, under its policy', async () => {
  const began = Date.now();
  const page = await opened(browser, service.url);
  await found(page, /^Sign in$/, 'button');
  const seconds = (Date.now() - began) / 1000;
  const bytes = await page.evaluate(
    () => performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.encodedBodySize, 0));
  console.log(`interactive after ${seconds.toFixed(2)} s, ${(bytes / 1e6).toFixed(2)} MB over the wire`);
  assert.ok(bytes > 1e6 && bytes < 5e6, `${bytes} bytes over the wire`);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a wrong token is refused, the right one kept for the tab alone', async () => {
  const page = await opened(browser, service.url);
  await picture(page, 'browser-signin');
  await click(page, /^Token$/, 'input');
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await found(page, /does not accept this token/);
  await picture(page, 'browser-refused');
  const stored = () => page.evaluate(() => [sessionStorage.getItem('xp-studio.token'), localStorage.getItem('xp-studio.token')]);
  assert.deepEqual(await stored(), [null, null]);

  await click(page, /^\*+$/, 'input');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(TOKEN);
  await click(page, /^Sign in$/, 'button');
  await titled(page, 'Experiments');
  assert.deepEqual(await stored(), [TOKEN, null]);
  assert.ok(!page.url().includes(TOKEN));
  assert.ok(!service.log.includes(TOKEN));
  assert.deepEqual(page.problems, []);
  await picture(page, 'browser-portfolio');
  await page.context().close();
});

test('a token is remembered beyond the tab when that is asked for, and forgotten when it is not', async () => {
  const page = await opened(browser, service.url);
  await click(page, /^Remember me/, 'input');
  await click(page, /^Token$/, 'input');
  await page.keyboard.type(TOKEN);
  await page.keyboard.press('Enter');
  await titled(page, 'Experiments');
  const another = await page.context().newPage();
  await another.goto(`${service.url}/app/`);
  await titled(another, 'Experiments');
  assert.equal(await another.evaluate(() => localStorage.getItem('xp-studio.token')), TOKEN);
  await page.context().close();
});

test('who signs out leaves nothing', async () => {
  const page = await opened(browser, service.url);
  await click(page, /^Remember me/, 'input');
  await click(page, /^Token$/, 'input');
  await page.keyboard.type(TOKEN);
  await page.keyboard.press('Enter');
  await titled(page, 'Experiments');
  await command(page, 'Sign out');
  await found(page, /^Sign in$/, 'button');
  assert.deepEqual(await page.evaluate(() => [sessionStorage.length, localStorage.getItem('xp-studio.token')]), [0, null]);
  await page.reload();
  await running(page);
  await found(page, /The service asks for a token/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a token that is no longer good is asked for again, and the page goes on', async () => {
  const page = await opened(browser, service.url, { hash: '#/experiments/homepage-layout', token: TOKEN });
  await titled(page, 'homepage-layout');
  await service.stop();
  service.environment.ADMIN_TOKEN = 'another-token-for-the-browser-tests';
  await service.start();
  await click(page, /^Sign in …$/, 'button');
  await picture(page, 'browser-signin-again');
  await click(page, /^(Token|\*+)$/, 'input');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(service.environment.ADMIN_TOKEN);
  await page.keyboard.press('Enter');
  await titled(page, 'Experiments');
  assert.equal(await page.evaluate(() => sessionStorage.getItem('xp-studio.token')), service.environment.ADMIN_TOKEN);
  assert.ok(!service.log.includes(service.environment.ADMIN_TOKEN));
  await page.context().close();
  await service.stop();
  service.environment.ADMIN_TOKEN = TOKEN;
  await service.start();
});

test('an experiment is designed, created and started', async () => {
  const page = await opened(browser, service.url, { token: TOKEN });
  await titled(page, 'Experiments');
  await click(page, /^New experiment$/, 'button');
  await click(page, /^Name$/, 'input');
  await page.keyboard.type('Browser wizard');
  await click(page, /^Next: Variants$/, 'button');
  await click(page, /^Next: Metrics$/, 'button');
  await click(page, /^Event of the metric$/, 'input');
  await page.keyboard.type('purchase');
  await click(page, /^Next: Size/, 'button');
  await found(page, /^[0-9,]+ users$/);
  await picture(page, 'browser-wizard');
  await click(page, /^Next: Traffic$/, 'button');
  await click(page, /^Next: Review$/, 'button');
  await found(page, /It is decided by purchase/);
  await click(page, /^Create draft$/, 'button');
  await titled(page, 'browser-wizard');
  await click(page, /^Start …$/, 'button');
  await click(page, /^Start$/, 'button');
  for (const end = Date.now() + PATIENCE; ;) {
    const experiment = await service.ask('GET', '/experiments/browser-wizard');
    if (experiment.status === 'running')
      break;
    assert.ok(Date.now() < end, `it is ${experiment.status}`);
    await page.waitForTimeout(200);
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a link opens one experiment; reload, back and forward keep their place', async () => {
  const page = await opened(browser, service.url, { hash: '#/experiments/homepage-layout', token: TOKEN });
  await titled(page, 'homepage-layout');
  await page.reload();
  await running(page);
  await titled(page, 'homepage-layout');
  await found(page, /^Stop …$/, 'button');
  assert.ok(!(await readable(page)).some(({ text }) => text === 'Search experiments'), 'two pages are shown');
  await page.evaluate(() => { location.hash = '#/'; });
  await titled(page, 'Experiments');
  await page.goBack();
  await titled(page, 'homepage-layout');
  await page.goForward();
  await titled(page, 'Experiments');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('what a person opens can be left by “back”', async () => {
  const page = await opened(browser, service.url, { token: TOKEN });
  await titled(page, 'Experiments');
  await command(page, 'Homepage layout');
  await titled(page, 'homepage-layout');
  assert.match(page.url(), /#\/experiments\/homepage-layout$/);
  await page.goBack();
  await titled(page, 'Experiments');
  await found(page, /^New experiment$/, 'button');
  await page.goForward();
  await titled(page, 'homepage-layout');
  await found(page, /^Stop …$/, 'button');
  await page.context().close();
});

test('a link without a token leads to its experiment once there is one', async () => {
  const page = await opened(browser, service.url, { hash: '#/experiments/homepage-layout' });
  await click(page, /^Token$/, 'input');
  await page.keyboard.type(TOKEN);
  await page.keyboard.press('Enter');
  await titled(page, 'homepage-layout');
  assert.match(page.url(), /\/app\/#\/experiments\/homepage-layout$/);
  await page.context().close();
});

test('a link to what is not there says so, and is no trap for “back”', async () => {
  const page = await opened(browser, service.url, { hash: '#/experiments/gone', token: TOKEN });
  await found(page, /There is no experiment .gone/);
  await titled(page, 'Experiments');
  assert.match(page.url(), /#\/$/);
  await picture(page, 'browser-gone');
  await page.keyboard.press('Enter');
  await command(page, 'Homepage layout');
  await titled(page, 'homepage-layout');
  await page.goBack();
  await titled(page, 'Experiments');
  assert.match(page.url(), /#\/$/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('new traffic moves the numbers and the chart, without a reload', async () => {
  await visit(60);
  const page = await opened(browser, service.url, { hash: '#/experiments/homepage-layout', token: TOKEN });
  await titled(page, 'homepage-layout');
  await found(page, /^60$/);
  const { x, y, width, height } = await found(page, /^Chart of each variant's value/);
  const clip = { x, y, width, height };
  const seen = await page.screenshot({ clip });
  await visit(240, 60);
  await found(page, /^300$/);
  await page.waitForTimeout(1000);
  assert.ok(!seen.equals(await page.screenshot({ clip })), 'the chart has not changed');
  assert.deepEqual(page.problems, []);
  await picture(page, 'browser-experiment');
  await page.context().close();
});

test('a service that is lost and comes back is found again', async () => {
  const page = await opened(browser, service.url, { token: TOKEN });
  await titled(page, 'Experiments');
  await service.stop();
  await found(page, /· lost$/);
  await picture(page, 'browser-lost');
  await service.start();
  await found(page, /· live/);
  assert.deepEqual(page.problems, []);
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

test('a browser that cannot even read the loader is told so, in its language', async () => {
  const context = await browser.newContext({ locale: 'pt-BR' });
  await context.addInitScript(() => { delete Array.prototype.at; });
  await context.route(/\/(loader|qtloader|fonts|xp-studio)\.[0-9a-f]+\.js/, (route) => route.fulfill(
    { contentType: 'text/javascript', body: 'not } JavaScript that it knows' }));
  const page = await context.newPage();
  await page.goto(`${service.url}/app/`);
  await page.waitForSelector('body[data-state=failed]', { timeout: PATIENCE });
  assert.match(await page.textContent('#message'), /antigo demais/);
  assert.equal(await page.getAttribute('html', 'lang'), 'pt');
  await context.close();
});

test('a program that does not arrive is told of', async () => {
  const context = await browser.newContext();
  await context.route(/\.wasm$/, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${service.url}/app/`);
  await page.waitForSelector('body[data-state=failed]', { timeout: PATIENCE });
  assert.match(await page.textContent('#message'), /could not be loaded/);
  await context.close();
});
