// Draws the icon and the picture of the architecture from their SVG files, as shops of extensions take no SVG:
//   npm run drawings

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchChromium } from './chromium';
import { MEDIA, ROOT } from './paths';
import { smallPng } from './smallPng';

/** Each drawing by its name, in CSS pixels and pictured at a scale. */
const DRAWINGS = [
  { name: 'icon', width: 256, height: 256, scale: 1 },
  { name: 'architecture', width: 1040, height: 470, scale: 2 },
] as const;

async function main(): Promise<void> {
  const browser = await launchChromium();
  for (const { name, width, height, scale } of DRAWINGS) {
    const svg = readFileSync(resolve(ROOT, `client/dev/${name}.svg`), 'utf8');
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    writeFileSync(resolve(MEDIA, `${name}.png`), smallPng(await page.screenshot({ omitBackground: true })));
    await page.close();
  }
  await browser.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
