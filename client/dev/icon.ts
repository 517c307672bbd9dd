// Draws client/media/icon.png, the extension's icon, from icon.svg:  npm run icon

import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchChromium } from './chromium';
import { MEDIA, ROOT } from './paths';

const SIZE = 256;

async function main(): Promise<void> {
  const svg = readFileSync(resolve(ROOT, 'client/dev/icon.svg'), 'utf8');
  mkdirSync(MEDIA, { recursive: true });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: resolve(MEDIA, 'icon.png'), omitBackground: true });
  await browser.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
