// SPDX-License-Identifier: Apache-2.0
// Manners of a page: fingers scroll, text is pasted, small windows suffice, the system's language counts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Service, TOKEN } from './service.mjs';
import { PATIENCE, changed, click, found, opened, picture, readable, titled } from './studio.mjs';

const service = new Service();
let browser;

before(async () => {
  await service.start();
  await service.ask('POST', '/experiments', {
    name: 'Homepage layout', variants: [{ name: 'control', allocation: 0.5 }, { name: 'new', allocation: 0.5 }],
    metrics: ['conversion'],
  });
  await service.ask('POST', '/experiments/homepage-layout/start');
  const users = Array.from({ length: 1234 }, (_, number) => ({ user_id: `user-${number}` }));
  await service.ask('POST', '/experiments/homepage-layout/assign:batch', { users: users.slice(0, 700) });
  await service.ask('POST', '/experiments/homepage-layout/assign:batch', { users: users.slice(700) });
  browser = await chromium.launch({ executablePath: process.env.XP_CHROMIUM ?? '/usr/bin/chromium',
                                    args: ['--no-sandbox'] });
});

after(async () => {
  await browser?.close();
  await service.end();
});

const small = { width: 800, height: 600 };
const link = { hash: '#/experiments/homepage-layout', token: TOKEN };

test('a finger scrolls', async () => {
  const page = await opened(browser, service.url, { ...link, ...small, hasTouch: true });
  await titled(page, 'homepage-layout');
  await found(page, /^1,234$/);
  const title = { x: 0, y: 30, width: 400, height: 60 };
  const seen = await page.screenshot({ clip: title });
  const fingers = await page.context().newCDPSession(page);
  const touch = (type, ...points) => fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', { x: 400, y: 500 });
  for (let y = 480; y >= 200; y -= 20) {
    await touch('touchMove', { x: 400, y });
    await page.waitForTimeout(16);
  }
  await touch('touchEnd');
  await changed(page, title, seen, 'the title has not moved');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a token is pasted', async () => {
  const page = await opened(browser, service.url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service.url });
  await page.evaluate((text) => navigator.clipboard.writeText(text), TOKEN);
  await click(page, /^Token$/, 'input');
  await page.keyboard.press('Control+V');
  await found(page, new RegExp(`^\\*{${TOKEN.length}}$`), 'input');
  await page.keyboard.press('Enter');
  await titled(page, 'Experiments');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

/// Everything of these is within the window.
async function inside(page, ...patterns) {
  for (const pattern of patterns) {
    const { text, x, y, width, height } = await found(page, pattern, 'button');
    assert.ok(x >= 0 && y >= 0 && x + width <= small.width && y + height <= small.height,
              `“${text}” is at ${x}, ${y}, ${width} x ${height}`);
  }
}

test('800 x 600 is enough for the portfolio and an experiment', async () => {
  const page = await opened(browser, service.url, { token: TOKEN, ...small });
  await titled(page, 'Experiments');
  await inside(page, /^New experiment$/);
  await picture(page, 'browser-small-portfolio');
  const listed = async () => (await readable(page)).some(({ text }) => text === 'Navigation');
  assert.ok(!(await listed()), 'the list at the left takes the room of the page');
  await page.keyboard.press('Control+B');
  await found(page, /^Navigation$/);
  await page.evaluate(() => { location.hash = '#/experiments/homepage-layout'; });
  await titled(page, 'homepage-layout');
  await inside(page, /^Stop …$/);
  assert.ok(!(await listed()), 'the list at the left stays');
  await picture(page, 'browser-small');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('800 x 600 is enough for the wizard', async () => {
  const page = await opened(browser, service.url, { token: TOKEN, ...small });
  await titled(page, 'Experiments');
  await click(page, /^New experiment$/, 'button');
  await click(page, /^Name$/, 'input');
  await page.keyboard.type('In a small window');
  for (const next of ['Variants', 'Metrics']) {
    await inside(page, new RegExp(`^Next: ${next}$`));
    await click(page, new RegExp(`^Next: ${next}$`), 'button');
  }
  await click(page, /^Event of the metric$/, 'input');
  await page.keyboard.type('purchase');
  await click(page, /^Next: Size/, 'button');
  await inside(page, /^Next: Traffic$/);
  await picture(page, 'browser-small-wizard');
  await click(page, /^Next: Traffic$/, 'button');
  await click(page, /^Next: Review$/, 'button');
  await inside(page, /^Create draft$/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('texts and numbers are in the language of the browser', async () => {
  const page = await opened(browser, service.url, { ...link, locale: 'de-DE' });
  await titled(page, 'homepage-layout');
  await found(page, /^1\.234$/);
  await found(page, /^Beenden …$/, 'button');
  assert.equal(await page.getAttribute('html', 'lang'), 'de');
  await page.evaluate(() => { location.hash = '#/'; });
  await titled(page, 'Experimente');
  assert.deepEqual(page.problems, []);
  await picture(page, 'browser-german');
  await page.context().close();
});

/// The slices of the font for Chinese and Japanese that have been fetched.
const slices = (page) => page.evaluate(() => performance.getEntriesByType('resource')
  .map(({ name }) => /han-(\w+)/.exec(name)?.[1]).filter(Boolean).sort());

async function fetched(page, wanted) {
  for (const end = Date.now() + PATIENCE; (await slices(page)).join() !== wanted.join();) {
    assert.ok(Date.now() < end, `fetched ${await slices(page)}`);
    await page.waitForTimeout(100);
  }
}

for (const [locale, text, lang] of [['ja-JP', /^サインイン$/, 'ja'], ['zh-CN', /^登录$/, 'zh-CN']]) {
  test(`${locale} is shown in its own font`, async () => {
    const page = await opened(browser, service.url, { locale });
    await found(page, text, 'button');
    await fetched(page, ['common', 'signs']);
    assert.equal(await page.getAttribute('html', 'lang'), lang);
    await picture(page, `browser-${lang}`);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test('the names of the languages need a small part of it', async () => {
  const page = await opened(browser, service.url, { token: TOKEN });
  await titled(page, 'Experiments');
  assert.deepEqual(await slices(page), []);
  await page.keyboard.press('Control+K');
  await fetched(page, ['signs']);
  await page.keyboard.type('日本語');
  await picture(page, 'browser-commands');
  await page.keyboard.press('Enter');
  await fetched(page, ['common', 'signs']);
  await found(page, /^新しい実験$/, 'button');
  assert.equal(await page.getAttribute('html', 'lang'), 'ja');
  await picture(page, 'browser-portfolio-ja');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
