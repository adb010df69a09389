// SPDX-License-Identifier: Apache-2.0
// What leaves the studio through the browser: files and the clipboard; and what the system decides: colours.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Service, TOKEN } from './service.mjs';
import { PATIENCE, changed, downloaded, found, opened, picture, titled } from './studio.mjs';

const service = new Service();
let browser;

before(async () => {
  await service.start();
  await service.ask('POST', '/experiments', {
    name: 'Homepage layout', variants: [{ name: 'control', allocation: 0.5 }, { name: 'new', allocation: 0.5 }],
    metrics: ['conversion'],
  });
  await service.ask('POST', '/experiments/homepage-layout/start');
  const users = Array.from({ length: 400 }, (_, number) => ({ user_id: `user-${number}` }));
  await service.ask('POST', '/experiments/homepage-layout/assign:batch', { users });
  await service.ask('POST', '/experiments/homepage-layout/track:batch', {
    events: users.filter((_, number) => number % 3 === 0).map((user) => ({ ...user, event_name: 'conversion' })),
  });
  browser = await chromium.launch({ executablePath: process.env.XP_CHROMIUM ?? '/usr/bin/chromium',
                                    args: ['--no-sandbox'] });
});

after(async () => {
  await browser?.close();
  await service.end();
});

async function experiment(options = {}) {
  const page = await opened(browser, service.url,
                            { hash: '#/experiments/homepage-layout', token: TOKEN, ...options });
  await titled(page, 'homepage-layout');
  await found(page, /^400$/);
  return page;
}

test('the report is downloaded as a PDF that can be read', async () => {
  const page = await experiment();
  const { name, path } = await downloaded(page, 'Control+p', service.folder);
  assert.equal(name, 'homepage-layout.pdf');
  const told = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  for (const text of ['Homepage layout', 'control', 'new', 'conversion', '400'])
    assert.ok(told.includes(text), `no ${text} in: ${told}`);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('the table is downloaded as CSV', async () => {
  const page = await experiment();
  const { name, path } = await downloaded(page, 'Control+e', service.folder);
  assert.match(name, /\.csv$/);
  const [header, ...rows] = readFileSync(path, 'utf8').replace('\ufeff', '').trim().split(/\r?\n/);
  assert.match(header, /^Metric,control,new,/);
  assert.deepEqual(rows.map((row) => row.split(',')[0]), ['conversion']);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('the evidence bundle is downloaded, and every number in it computes again', async () => {
  const page = await experiment();
  const { name, path } = await downloaded(page, 'Control+Shift+E', service.folder);
  assert.equal(name, 'homepage-layout-evidence.zip');
  const told = execFileSync(join(process.env.XP_BIN_DIR, 'xp-service'), ['verify', path], { encoding: 'utf8' });
  assert.match(told, /equal/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a table goes to the clipboard', async () => {
  const page = await experiment();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service.url });
  await page.keyboard.press('Control+Shift+C');
  for (const end = Date.now() + PATIENCE; ;) {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    if (/\| *new/.test(text))
      break;
    assert.ok(Date.now() < end, `the clipboard holds “${text}”`);
    await page.waitForTimeout(200);
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

/// Opens a chart's menu and takes this entry of it.
async function chartMenu(page, entry) {
  const { x, y, width, height } = await found(page, /^Chart of each variant's value/);
  const [left, top] = [x + width / 2, y + height / 2];
  const clip = { x: left, y: top, width: 100, height: 60 };
  await page.mouse.move(left, top); // with what hovering shows
  await page.waitForTimeout(500);
  const seen = await page.screenshot({ clip });
  await page.mouse.click(left, top, { button: 'right' });
  await changed(page, clip, seen, 'there is no menu');
  for (let i = 0; i < entry; ++i)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a chart is downloaded as a picture', async () => {
  const page = await experiment();
  for (const [entry, suffix] of [[2, 'png'], [3, 'svg']]) {
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), chartMenu(page, entry)]);
    assert.ok(download.suggestedFilename().endsWith(`.${suffix}`), download.suggestedFilename());
    const path = join(service.folder, download.suggestedFilename());
    await download.saveAs(path);
    const content = readFileSync(path);
    if (suffix === 'png') {
      assert.equal(content.toString('latin1', 1, 4), 'PNG');
      assert.ok(content.readUInt32BE(16) > 600 && content.readUInt32BE(20) > 200, 'the picture has the chart’s size');
    } else {
      assert.match(content.toString(), /<svg[\s\S]*control[\s\S]*<\/svg>/);
    }
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a chart goes to the clipboard as a picture', async () => {
  const page = await experiment();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service.url });
  await chartMenu(page, 1);
  for (const end = Date.now() + PATIENCE; ;) {
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    if (types.includes('image/png'))
      break;
    assert.ok(Date.now() < end, `the clipboard holds ${types}`);
    await page.waitForTimeout(200);
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('fonts for Chinese and Japanese are fetched where such text is, and nowhere else', async () => {
  const fonts = (page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => /\/han[.-]/.test(name)).map((name) => name.split('/').pop().split('.')[0]).sort());
  const plain = await experiment();
  assert.deepEqual(await fonts(plain), []);
  await plain.context().close();

  const page = await opened(browser, service.url, { token: TOKEN });
  await titled(page, 'Experiments');
  await service.ask('POST', '/experiments', {
    name: '首页布局 ホームページ', key: 'han',
    variants: [{ name: '对照组', allocation: 0.5 }, { name: '新しい', allocation: 0.5 }], metrics: ['conversion'],
  });
  await found(page, /^All 2$/);
  for (const end = Date.now() + PATIENCE; (await fonts(page)).length < 3;) {
    assert.ok(Date.now() < end, `fetched ${await fonts(page)}`);
    await page.waitForTimeout(100);
  }
  assert.deepEqual(await fonts(page), ['han', 'han-common', 'han-signs'], 'the rare ideographs are not needed');
  assert.deepEqual(page.problems, []);
  await picture(page, 'browser-han');
  await page.context().close();
});

/// The mean lightness of the page's left upper part, 0 to 255: from the pixels of its picture.
async function lightness(page) {
  const png = await page.screenshot({ clip: { x: 300, y: 100, width: 300, height: 300 } });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4)
      sum += (data[i] + data[i + 1] + data[i + 2]) / 3;
    return sum / (data.length / 4);
  }, png.toString('base64'));
}

async function lightnessBecomes(page, wanted) {
  for (const end = Date.now() + PATIENCE; ;) {
    const seen = await lightness(page);
    if (wanted(seen))
      return;
    assert.ok(Date.now() < end, `the lightness is ${seen}`);
    await page.waitForTimeout(100);
  }
}
const isBright = (seen) => seen > 200;
const isDim = (seen) => seen < 80;

test('it is dark where the system is dark, and follows it', async () => {
  const page = await experiment({ colorScheme: 'dark' });
  await lightnessBecomes(page, isDim);
  await picture(page, 'browser-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await lightnessBecomes(page, isBright);
  await page.emulateMedia({ colorScheme: 'dark' });
  await lightnessBecomes(page, isDim);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
