// SPDX-License-Identifier: Apache-2.0
// The studio in a page, met as assistive tools meet it: Qt paints on a canvas, and lays an element with its text over each
// thing painted once it is asked to.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const PATIENCE = 60_000;

/// Opens the page; with a token as if it had been given in this tab before.
export async function opened(browser, url, { path = '/app/', hash = '', token, width = 1440, height = 900,
                                             colorScheme = 'light', locale = 'en-GB', hasTouch = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale, colorScheme, hasTouch });
  if (token)
    await context.addInitScript((value) => sessionStorage.setItem('xp-studio.token', value), token);
  const page = await context.newPage();
  page.problems = [];
  page.choosers = [];
  page.on('filechooser', (chooser) => page.choosers.push(chooser)); // from the start: the browser is told of it in its own time
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (message) => {
    if (process.env.XP_BROWSER_LOG)
      console.log(message.text());
    if (/Content Security Policy|Refused to|Aborted|RuntimeError/.test(message.text()))
      page.problems.push(message.text());
  });
  await page.goto(`${url}${path}${hash}`);
  await running(page);
  return page;
}

export const running = (page) => page.waitForSelector('body[data-state=running]', { timeout: PATIENCE });

/// Waits for the title; page.waitForFunction would need eval(), which the page's policy forbids.
export async function titled(page, title) {
  for (const end = Date.now() + PATIENCE; await page.title() !== title;) {
    if (Date.now() > end)
      throw new Error(`the title is “${await page.title()}”, not “${title}”`);
    await page.waitForTimeout(50);
  }
}

/// A picture for people, where they ask for it.
export async function picture(page, name) {
  if (!process.env.XP_SCREENS)
    return;
  mkdirSync(process.env.XP_SCREENS, { recursive: true });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(process.env.XP_SCREENS, `${name}.png`) });
}

/// Waits until the page looks different in this part.
export async function changed(page, clip, before, what) {
  for (const end = Date.now() + PATIENCE; before.equals(await page.screenshot({ clip }));) {
    if (Date.now() > end)
      throw new Error(what);
    await page.waitForTimeout(100);
  }
}

/// What can be read: [{ text, tag, x, y, width, height }].
export async function readable(page) {
  return page.evaluate(() => {
    const root = document.querySelector('#qt-shadow-container')?.shadowRoot ?? document;
    for (const button of root.querySelectorAll('.hidden-visually-read-by-screen-reader'))
      button.click();
    return [...root.querySelectorAll('.qt-window-a11y-container > *')]
      .filter((element) => element.ariaHidden !== 'true')
      .map((element) => {
        const box = element.getBoundingClientRect();
        return { text: (element.textContent || element.title || element.getAttribute('name') || '').trim(),
                 tag: element.tagName.toLowerCase(), x: box.x, y: box.y, width: box.width, height: box.height };
      })
      .filter(({ text, width }) => text && width > 1);
  });
}

/// Waits until something says this; where it is.
export async function found(page, pattern, tag) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const all = await readable(page);
    const one = all.find((each) => pattern.test(each.text) && (!tag || each.tag === tag));
    if (one)
      return one;
    if (Date.now() > end)
      throw new Error(`nothing says ${pattern}: ${all.map(({ text }) => text).join(' | ')}`);
    await page.waitForTimeout(250);
  }
}

/// What the browser is handed on these keys: { name, path }, kept in the folder.
export async function downloaded(page, keys, folder) {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE }), page.keyboard.press(keys)]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

/// Opens a file from the disk as a person does: by the menu's keys and the browser's own dialog.
export async function openFile(page, path) {
  await page.keyboard.press('Control+Shift+O');
  for (const end = Date.now() + PATIENCE; !page.choosers.length;) {
    if (Date.now() > end)
      throw new Error('nobody asks for a file');
    await page.waitForTimeout(50);
  }
  await page.choosers.shift().setFiles(path);
}

/// Does what the studio calls so, by the list of its commands.
export async function command(page, name) {
  await page.keyboard.press('Control+K');
  await found(page, /^Commands$/);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

export async function click(page, pattern, tag) {
  const { x, y, width, height } = await found(page, pattern, tag);
  await page.mouse.click(x + width / 2, y + height / 2);
}
