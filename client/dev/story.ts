// Plays a first quarter of an hour with the extension, by keys alone, and takes a picture at each step:
//   npm run story [-- THEME ...]     light, dark, high-contrast; the pictures are in out/story

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { ROOT, SAMPLES } from './paths';
import { openScene, type Scene } from './scene';
import { makeWorkbench } from './workbench';

const THEMES: ReadonlyMap<string, string> = new Map([
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
]);

/** The window without what is not the subject. */
const TIDY = {
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'editor.minimap.enabled': false,
};

/** What happens in each picture, by its name; a step ends when what it is about is seen. */
const STEPS: ReadonlyMap<string, (scene: Scene) => Promise<void>> = new Map([
  ['first-run', ({ page }) => openWalkthrough(page)],
  [
    'sample',
    async ({ page, run }) => {
      await run('Copydesk: Open a Sample Dump');
      await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      await page.keyboard.press('Control+2');
      await page.locator('.monaco-editor.focused .squiggly-warning').first().waitFor();
      await page.locator('.monaco-editor.focused .squiggly-inline-unnecessary').first().waitFor();
      await stepTicked(page, 'Open a sample');
    },
  ],
  [
    'outline',
    async ({ page, run }) => {
      await run('Explorer: Focus on Outline View');
      await page.locator('.outline-tree', { hasText: 'River Neighbours Agree' }).waitFor();
      await stepTicked(page, 'Look at the outline');
      await page.keyboard.press('Control+2');
      await page.locator('.monaco-editor.focused').waitFor();
    },
  ],
  [
    'next-finding',
    async ({ page }) => {
      await page.keyboard.press('F8');
      await page.locator('.marker-widget').waitFor();
    },
  ],
  [
    'what-can-be-done',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await stepTicked(page, 'Fix one finding');
      await page.locator('.action-widget .monaco-list-row').first().waitFor();
    },
  ],
  [
    'fixed-all',
    async ({ page }) => {
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Alt+d');
      await page.keyboard.press('x');
      await page.locator('.monaco-editor.focused .view-line', { hasText: 'Chang Guk,' }).waitFor();
      await stepTicked(page, 'Fix all');
    },
  ],
  [
    'undone',
    async ({ page }) => {
      await page.keyboard.press('Control+z');
      await page.locator('.monaco-editor.focused .view-line', { hasText: 'Chang Guk ,' }).waitFor();
    },
  ],
  [
    'done-again',
    async ({ page }) => {
      await page.keyboard.press('Control+y');
      await page.locator('.monaco-editor.focused .view-line', { hasText: 'Chang Guk,' }).waitFor();
    },
  ],
  [
    'own-file',
    async ({ page, open }) => {
      await open('clipping.txt');
      await page.locator('[id="status.editor.mode"]', { hasText: 'Article Dump' }).waitFor();
      await page.locator('.monaco-editor.focused .squiggly-inline-unnecessary').first().waitFor();
    },
  ],
  ['why', ({ page }) => ask(page, 'Copydesk: Decide What This File Is…', 'Not a dump')],
  [
    'always-in-this-folder',
    async ({ page }) => {
      await page.locator('.quick-input-widget input[type=text]').fill('like all such files');
      await page
        .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'in this folder' })
        .waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '.copydesk.json' }).waitFor();
    },
  ],
  [
    'symbols',
    async ({ page }) => {
      await page.keyboard.press('Control+Shift+o');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Body' }).first().waitFor();
    },
  ],
  [
    'folded',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Alt+d');
      await page.keyboard.press('f');
      await page.locator('.monaco-editor.focused .codicon-folding-collapsed').first().waitFor();
    },
  ],
  [
    'article-of-card',
    async ({ page, run, open }) => {
      await run('Unfold All');
      await open('000-river-navigation-talks.txt');
      await page.keyboard.press('Control+f');
      await page.locator('.find-widget.visible textarea').first().waitFor();
      await page.keyboard.type('Reception for Teachers');
      await page.keyboard.press('Escape');
      await page.keyboard.press('F12');
      await page.locator('.tab.active', { hasText: '009-reception-for-teachers.txt' }).waitFor();
    },
  ],
  [
    'way-back',
    async ({ page }) => {
      await page.keyboard.press('Control+Alt+-');
      await page.locator('.tab.active', { hasText: '000-river-navigation-talks.txt' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      await page.locator('.monaco-hover', { hasText: '009-reception-for-teachers.txt' }).first().waitFor();
    },
  ],
  [
    'article-only',
    async ({ page, open }) => {
      await page.keyboard.press('Escape');
      await open('clipping.txt');
      await page.locator('.monaco-editor.focused .view-line', { hasText: 'Silkworm Breeders' }).waitFor();
      await page.keyboard.press('Control+Alt+d');
      await page.keyboard.press('a');
      await page.locator('.tab', { hasText: '(article)' }).waitFor();
    },
  ],
  [
    'this-line-is',
    async ({ page }) => {
      await page.keyboard.press('Control+Alt+d');
      await page.keyboard.press('r');
      await page.locator('.quick-input-title', { hasText: 'This Line Is' }).waitFor();
      await page.locator('.quick-input-list .monaco-list-row').nth(3).waitFor();
    },
  ],
  [
    'copy-as',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Alt+d');
      await page.keyboard.press('c');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'BibTeX' }).waitFor();
    },
  ],
  [
    'dumps',
    async ({ page, run }) => {
      await page.keyboard.press('Escape');
      await run('Explorer: Focus on Article Dumps View');
      await page.locator('.customview-tree .monaco-list-row').nth(3).waitFor();
    },
  ],
  [
    'fix-workspace',
    async ({ page, run }) => {
      await run('Copydesk: Fix All in Workspace…');
      await page
        .locator('.bulk-edit-panel .monaco-list-row, .refactor-preview .monaco-list-row')
        .nth(2)
        .waitFor();
    },
  ],
]);

/** Waits until a step of the walkthrough is ticked off. */
async function stepTicked(page: Page, step: string): Promise<void> {
  await page
    .locator('.getting-started-step', { hasText: step })
    .locator('.codicon-getting-started-step-checked')
    .first()
    .waitFor({ state: 'attached' });
}

/** Runs a command that asks on in the box that it was chosen in, until one of its answers is seen. */
async function ask(page: Page, title: string, answer: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
  await page.keyboard.press('Enter');
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: answer }).first();
  await row.waitFor();
}

/** Opens the page that shows how to begin. */
async function openWalkthrough(page: Page): Promise<void> {
  const title = 'Clean Up an Article Dump';
  await ask(page, 'Welcome: Open Walkthrough...', title);
  await page.locator('.quick-input-widget input[type=text]').fill(title);
  await page.keyboard.press('Enter');
  await page.locator('.getting-started-step').first().waitFor();
}

async function play(browser: Browser, name: string, theme: string): Promise<void> {
  const workbench = makeWorkbench({ files: SAMPLES, settings: { ...TIDY, 'workbench.colorTheme': theme } });
  const dump = 'dumps/000-river-navigation-talks.txt';
  const scene = await openScene(browser, workbench, {
    dump,
    development: true,
    viewport: { width: 1400, height: 860 },
  });
  const folder = resolve(ROOT, 'out/story', name);
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const [step, happens] of STEPS) {
    count += 1;
    const path = join(folder, `${String(count).padStart(2, '0')}-${step}.png`);
    try {
      await happens(scene);
    } finally {
      await scene.page.screenshot({ path, animations: 'disabled' });
    }
    console.log(path);
  }
  await scene.close();
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const browser = await launchChromium();
  for (const [name, theme] of THEMES) {
    if (wanted.length === 0 || wanted.includes(name)) await play(browser, name, theme);
  }
  await browser.close();
  process.exit(0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
