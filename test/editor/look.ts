import assert from 'node:assert/strict';
import { launchChromium } from '../../client/dev/chromium';
import { openScene, type Scene } from '../../client/dev/scene';
import type { Workbench } from '../../client/dev/workbench';

/** What a user sees, by what it is; a suite in the extension host cannot look at the screen. */
const SIGHTS: ReadonlyMap<string, (scene: Scene) => Promise<void>> = new Map([
  ['outline, findings and status', outlineAndStatus],
  ['the list of dumps, with a box to tick for reviewed ones', reviewedDump],
  ['how many findings a file has that is not open', badge],
  ['what is not sure stands unticked in the preview, with its reason', unsureFix],
]);

/** Opens a dump with the extension installed and looks at what there is to see. */
export async function look(workbench: Workbench): Promise<void> {
  const browser = await launchChromium();
  const scene = await openScene(browser, workbench, { dump: 'dumps/000-river-navigation-talks.txt' });
  for (const [name, see] of SIGHTS) {
    await see(scene);
    console.log(`ok - ${name}`);
  }
  await scene.close();
  await browser.close();
  console.log(`# pass ${SIGHTS.size}`);
}

async function outlineAndStatus({ page, run }: Scene): Promise<void> {
  await run('Explorer: Focus on Outline View');
  await page.locator('.outline-tree', { hasText: 'River Neighbours Agree' }).waitFor();
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
  await page.locator('[id="status.languageStatus"]').hover();
  await page.locator('.hover-language-status', { hasText: 'KCNA Watch' }).waitFor();
}

async function reviewedDump({ page, run }: Scene): Promise<void> {
  await run('Explorer: Focus on Article Dumps View');
  const row = page.locator('.customview-tree .monaco-list-row', { hasText: '2025-10-18 Press Review' });
  await row.waitFor();
  await row.locator('.custom-view-tree-node-item-checkbox').click();
  await row.locator('[role=checkbox][aria-checked=true]').waitFor();
}

async function badge({ page }: Scene): Promise<void> {
  await page.waitForFunction(`
    [...document.querySelectorAll('.explorer-folders-view .monaco-icon-label')].some(
      (label) => label.textContent.includes('002-press-review.txt') &&
        getComputedStyle(label, '::after').content === '"1"')`);
}

async function unsureFix({ page, run }: Scene): Promise<void> {
  await run('Copydesk: Fix All in Workspace…');
  await page.locator('.edit-checkbox').first().waitFor();
  await run('View: Toggle Maximized Panel');
  const unsure = page
    .locator('.monaco-list-row', { has: page.locator('.textedit .codicon-question') })
    .first();
  await unsure.waitFor();
  assert.equal(await unsure.locator('.edit-checkbox').isChecked(), false);
  assert.match((await unsure.locator('.codicon-question').getAttribute('title')) ?? '', /^Not sure: .+ - .+/);
}
