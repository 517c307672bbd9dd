// Takes the pictures of the README, in a real editor on the sample workspace:  npm run screenshots [-- NAME ...]

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchChromium } from './chromium';
import { MEDIA, SAMPLES } from './paths';
import { openScene, type Scene } from './scene';
import { smallPng } from './smallPng';
import { makeWorkbench } from './workbench';

const DUMP = 'dumps/000-river-navigation-talks.txt';

const LIGHT = 'Default Light Modern';

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

/** What each picture shows, by its file's name. */
const PICTURES: ReadonlyMap<string, { readonly theme: string; show(scene: Scene): Promise<void> }> = new Map([
  ['outline', { theme: LIGHT, show: showOutline }],
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
  ['article-only', { theme: LIGHT, show: showArticle }],
  ['dumps', { theme: LIGHT, show: showDumps }],
]);

async function showOutline({ page, run, goTo }: Scene): Promise<void> {
  // The outline gets the room of the list of files.
  await page.locator('.pane-header', { hasText: 'workspace' }).click();
  await run('Explorer: Focus on Outline View');
  await page.locator('.outline-tree .monaco-list-row').nth(2).waitFor();
  await goTo('River Neighbours');
}

async function showArticle({ page, run }: Scene): Promise<void> {
  await run('Copydesk: Show Article Only');
  await page.locator('.tab', { hasText: '(article)' }).waitFor();
}

async function showDumps({ page, run }: Scene): Promise<void> {
  await page.locator('.pane-header', { hasText: 'workspace' }).click();
  await run('Explorer: Focus on Article Dumps View');
  await page.locator('.customview-tree .monaco-list-row').nth(8).waitFor();
}

async function main(): Promise<void> {
  const browser = await launchChromium();
  const wanted = process.argv.slice(2);
  for (const [name, { theme, show }] of PICTURES) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const settings = { ...TIDY, 'workbench.colorTheme': theme };
    const workbench = makeWorkbench({ files: SAMPLES, settings });
    const scene = await openScene(browser, workbench, { dump: DUMP, development: true });
    await show(scene);
    writeFileSync(
      resolve(MEDIA, `${name}.png`),
      smallPng(await scene.page.screenshot({ animations: 'disabled' })),
    );
    await scene.close();
    console.log(`client/media/${name}.png`);
  }
  await browser.close();
  process.exit(0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
