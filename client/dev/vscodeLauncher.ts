// Stands in for the VS Code program where there is none: takes the arguments that @vscode/test-electron passes,
// runs the suite in code-server, in a headless browser, prints what the suite prints and ends with its exit code.

import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchChromium, PATIENCE } from './chromium';
import { startCodeServer } from './codeServer';

// A whole run takes half a minute, and minutes where others keep the machine busy; what is not done by then hangs.
const LIMIT = 900_000;
// The log of the extension host comes the same way as what the suite prints, which is TAP.
const TAP = /^(?:ok |not ok |# | {2}|\d+\.\.\d+)/;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
  },
});

function path(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new Error(`missing ${name}`);
  return value;
}

async function main(): Promise<number> {
  const userData = path(values['user-data-dir'], 'user-data-dir');
  const folders = { userData, extensions: path(values['extensions-dir'], 'extensions-dir') };
  const logFile = join(userData, 'launcher.log');
  mkdirSync(userData, { recursive: true });
  const log = (text: string): void => appendFileSync(logFile, `${text.trimEnd()}\n`);

  const server = await startCodeServer(folders, log);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => log(message.text()));
  let started = false;
  const exit = new Promise<number>((done, fail) => {
    // The workbench calls these two, where a page has them, with what tests print and with their end.
    void page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      const text = format(...args);
      log(text);
      if (!TAP.test(text)) return;
      started = true;
      console.log(text);
    });
    void page.exposeFunction('codeAutomationExit', (code: number) =>
      started ? done(code) : fail(new Error('the suite did not start')),
    );
    page.once('crash', () => fail(new Error('the page crashed')));
    setTimeout(() => fail(new Error(`no end after ${LIMIT / 1000} s`)), LIMIT).unref();
  });
  await page.goto(
    server.address(path(positionals[0], 'folder'), [
      ['extensionDevelopmentPath', server.remote(path(values.extensionDevelopmentPath, 'extension'))],
      ['extensionTestsPath', server.remote(path(values.extensionTestsPath, 'tests'))],
      ['skipWelcome', 'true'],
    ]),
  );
  try {
    return await exit;
  } catch (error) {
    console.error(readFileSync(logFile, 'utf8').split('\n').slice(-60).join('\n'));
    throw error;
  } finally {
    await browser.close();
    await server.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
