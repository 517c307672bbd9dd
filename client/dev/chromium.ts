import { createReadStream, createWriteStream, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { TOOLS } from './paths';
import { fetchPackage, onPath, run } from './processes';

interface Candidate {
  readonly executablePath: string;
  readonly env?: Readonly<Record<string, string>>;
}

// The newest that runs its unpacking on Node 20; chromium itself does not care.
const PACKAGED_VERSION = '143.0.0';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Milliseconds for a browser to start or to show what is waited for; a busy machine takes more than is usual. */
export const PATIENCE = 240_000;

/**
 * Starts a headless Chromium: that of `CHROME_PATH`, else one of this machine (Chromium, Chrome or Edge), else
 * one that npm brings, else, where we may install, Debian's. Throws with what was tried where none starts.
 */
export async function launchChromium(): Promise<Browser> {
  const failures: string[] = [];
  for (const provide of [...installed().map((path) => async () => path), packaged, debian]) {
    try {
      return await launch(await provide());
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `No Chromium, Chrome or Edge starts here. Install one, or set CHROME_PATH to one.\n${failures.join('\n')}`,
  );
}

function launch({ executablePath, env = {} }: Candidate): Promise<Browser> {
  return chromium.launch({
    executablePath,
    timeout: PATIENCE,
    env: { ...process.env, ...env },
    args: [
      // Root has no sandbox; the pages are our own.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function installed(): Candidate[] {
  const chosen = process.env['CHROME_PATH'];
  const { ProgramFiles, LOCALAPPDATA, ['ProgramFiles(x86)']: ProgramFilesX86 } = process.env;
  const paths = [
    chosen,
    ...NAMES.map(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...[ProgramFiles, ProgramFilesX86, LOCALAPPDATA].flatMap((folder) =>
      folder === undefined
        ? []
        : [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe'),
          ],
    ),
  ];
  return paths.flatMap((path) => (path !== undefined && existsSync(path) ? [{ executablePath: path }] : []));
}

/** A Chromium that comes inside an npm package, with the libraries and a font that a bare machine lacks. */
async function packaged(): Promise<Candidate> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`npm brings no Chromium for ${process.platform} ${process.arch}`);
  }
  const folder = join(TOOLS, `chromium-${PACKAGED_VERSION}`);
  await fetchPackage(`@sparticuz/chromium@${PACKAGED_VERSION}`, folder, unpack);
  const fonts = join(folder, 'fonts.conf');
  // Written at each start: it names this folder, which may have been moved.
  writeFileSync(
    fonts,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  const libraries = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(
    (each) => each !== undefined,
  );
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: fonts },
  };
}

async function unpack(folder: string): Promise<void> {
  for (const name of ['chromium', 'al2023.tar', 'fonts.tar']) {
    await pipeline(
      createReadStream(join(folder, 'bin', `${name}.br`)),
      createBrotliDecompress(),
      createWriteStream(join(folder, name), { mode: 0o755 }),
    );
  }
  await run('tar', ['-xf', 'al2023.tar'], { cwd: folder });
  await run('tar', ['-xf', 'fonts.tar'], { cwd: folder });
  rmSync(join(folder, 'bin'), { recursive: true });
}

async function debian(): Promise<Candidate> {
  const apt = onPath('apt-get');
  if (apt === undefined || process.getuid?.() !== 0) {
    throw new Error('no right to install Chromium with apt-get');
  }
  console.error('Installing Chromium with apt-get (once) ...');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(apt, ['update'], { env });
  await run(apt, ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  return { executablePath: '/usr/bin/chromium' };
}
