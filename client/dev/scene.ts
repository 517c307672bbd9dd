import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PATIENCE } from './chromium';
import { startCodeServer } from './codeServer';
import type { Workbench } from './workbench';

/** An editor in a browser, with a dump open in it. */
export interface Scene {
  readonly page: Page;
  /** Runs a command by its title. */
  run(title: string): Promise<void>;
  /** Opens a file of the workspace by its name. */
  open(name: string): Promise<void>;
  /** Puts the caret before the words, at the place in the dump where they first stand. */
  goTo(words: string): Promise<void>;
  close(): Promise<void>;
}

export interface SceneOptions {
  /** A file of the workspace that has findings. */
  readonly dump: string;
  /** The extension as it is in this folder, instead of one that is installed. */
  readonly development?: boolean;
  /** In CSS pixels; what suits a page of text where it is missing. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Opens a dump in a new browser page and resolves when its furniture is faded, which comes last. */
export async function openScene(
  browser: Browser,
  workbench: Workbench,
  { dump, development = false, viewport = { width: 1040, height: 660 } }: SceneOptions,
): Promise<Scene> {
  const server = await startCodeServer(workbench, () => {});
  const file = join(workbench.workspace, dump);
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(
    server.address(workbench.workspace, [
      ...(development ? [['extensionDevelopmentPath', server.remote(workbench.extension)] as const] : []),
      ['openFile', server.remote(file)],
      ['skipWelcome', 'true'],
    ]),
  );
  await page.locator('.monaco-editor .squiggly-inline-unnecessary').first().waitFor();
  const text = readFileSync(file, 'utf8');
  return {
    page,
    async run(title) {
      await quickInput(page, 'F1', `>${title}`, title);
    },
    async open(name) {
      await quickInput(page, 'Control+p', name, name);
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator('.monaco-editor.focused').waitFor();
    },
    async goTo(words) {
      if (!text.includes(words)) throw new Error(`${dump} has no “${words}”`);
      const before = text.slice(0, text.indexOf(words)).split('\n');
      await quickInput(page, 'Control+g', `:${before.length}:${(before.at(-1) ?? '').length + 1}`);
      // The caret is where it should be when the editor has the keys again.
      await page.locator('.monaco-editor.focused').waitFor();
    },
    async close() {
      await page.close();
      await server.stop();
    },
  };
}

/** Fills the editor's input box and takes the first thing that it offers, once that holds the words. */
async function quickInput(page: Page, key: string, value: string, words = ''): Promise<void> {
  await page.keyboard.press(key);
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.waitFor();
  await input.fill(value);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: words }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
