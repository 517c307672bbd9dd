// Takes the pictures of the README, in a real editor on the sample workspace:  npm run screenshots

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { decode, encode, toRGBA8 } from 'upng-js';
import { launchChromium } from './chromium';
import { startCodeServer } from './codeServer';
import { MEDIA, SAMPLES } from './paths';
import { makeWorkbench } from './workbench';

const DUMP = 'dumps/000-river-navigation-talks.txt';

const LIGHT = 'Default Light Modern';
const HIGH_CONTRAST = 'Default High Contrast';

/** The window without what is not the subject. */
const TIDY = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.occurrencesHighlight': 'off',
  'editor.lightbulb.enabled': 'on',
  'explorer.openEditors.visible': 0,
  'breadcrumbs.enabled': true,
};

/** An editor that shows the sample dump. */
interface Scene {
  readonly page: Page;
  /** Runs a command by its title. */
  run(title: string): Promise<void>;
  /** Puts the caret before the words, at the place in the dump where they first stand. */
  goTo(words: string): Promise<void>;
}

/** What each picture shows, by its file's name. */
const PICTURES: ReadonlyMap<string, { readonly theme: string; show(scene: Scene): Promise<void> }> = new Map([
  ['outline', { theme: LIGHT, show: showOutline }],
  ['high-contrast', { theme: HIGH_CONTRAST, show: showOutline }],
  [
    'hover',
    {
      theme: LIGHT,
      async show({ page, run, goTo }) {
        await goTo('NK News is hiring');
        await run('Show or Focus Hover');
        await page.locator('.monaco-hover:visible').waitFor();
      },
    },
  ],
  [
    'quick-fix',
    {
      theme: LIGHT,
      async show({ page, goTo }) {
        await goTo('21 st');
        await page.keyboard.press('Control+.');
        await page.locator('.action-widget .monaco-list-row').first().waitFor();
      },
    },
  ],
  [
    'folded',
    {
      theme: LIGHT,
      async show({ page, run }) {
        await run('Copydesk: Fold Furniture');
        await page.locator('.monaco-editor .codicon-folding-collapsed').first().waitFor();
      },
    },
  ],
  [
    'problems',
    {
      theme: LIGHT,
      async show({ page, run }) {
        await run('Problems: Focus on Problems View');
        await page.locator('.markers-panel-container .monaco-list-row').nth(1).waitFor();
      },
    },
  ],
]);

async function showOutline({ page, run, goTo }: Scene): Promise<void> {
  // The outline gets the room of the list of files.
  await page.locator('.pane-header', { hasText: 'workspace' }).click();
  await run('Explorer: Focus on Outline View');
  await page.locator('.outline-tree .monaco-list-row').nth(2).waitFor();
  await goTo('River Neighbours');
}

async function open(browser: Browser, theme: string): Promise<Scene> {
  const workbench = makeWorkbench({ files: SAMPLES, settings: { ...TIDY, 'workbench.colorTheme': theme } });
  const server = await startCodeServer(workbench, () => {});
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  await page.goto(
    server.address(workbench.workspace, [
      ['extensionDevelopmentPath', server.remote(workbench.extension)],
      ['openFile', server.remote(join(workbench.workspace, DUMP))],
      ['skipWelcome', 'true'],
    ]),
  );
  // Findings are drawn last.
  await page.locator('.monaco-editor .squiggly-inline-unnecessary').first().waitFor();
  const text = readFileSync(join(SAMPLES, DUMP), 'utf8');
  return {
    page,
    async run(title) {
      await quickInput(page, 'F1', `>${title}`);
    },
    async goTo(words) {
      const before = text.slice(0, text.indexOf(words)).split('\n');
      if (!text.includes(words)) throw new Error(`${DUMP} has no “${words}”`);
      await quickInput(page, 'Control+g', `:${before.length}:${(before.at(-1) ?? '').length + 1}`);
      // The caret is where it should be when the editor has the keys again.
      await page.locator('.monaco-editor.focused').waitFor();
    },
  };
}

/** Fills the editor's input box and takes the first thing that it offers. */
async function quickInput(page: Page, key: string, value: string): Promise<void> {
  await page.keyboard.press(key);
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.waitFor();
  await input.fill(value);
  await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The picture with a palette: pictures of text need few colours, and users download these with the extension. */
function small(png: Buffer): Buffer {
  const image = decode(new Uint8Array(png).buffer);
  return Buffer.from(encode(toRGBA8(image), image.width, image.height, 64));
}

async function main(): Promise<void> {
  const browser = await launchChromium();
  for (const [name, { theme, show }] of PICTURES) {
    const scene = await open(browser, theme);
    await show(scene);
    writeFileSync(
      resolve(MEDIA, `${name}.png`),
      small(await scene.page.screenshot({ animations: 'disabled' })),
    );
    await scene.page.close();
    console.log(`client/media/${name}.png`);
  }
  await browser.close();
  process.exit(0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
