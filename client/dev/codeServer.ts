import { join } from 'node:path';
import { ROOT, TOOLS } from './paths';
import { fetchPackage, npm, run, start, stop } from './processes';

// Its VS Code is 1.100.3, the oldest that the extension supports; newer ones do not run on Node 20.
const VERSION = '4.100.3';
// The one that code-server names downloads its binary from elsewhere; this one brings it. File search needs it.
const RIPGREP = '@vscode/ripgrep@1.18.0';

/** A VS Code that runs as a web server on loopback. */
export interface CodeServer {
  /** `host:port`, which is also the remote authority. */
  readonly authority: string;
  /** Address of a workbench on a folder of this machine. */
  address(folder: string, payload?: readonly (readonly [key: string, value: string])[]): string;
  /** A file of this machine as the workbench names it. */
  remote(path: string): string;
  stop(): Promise<void>;
}

export interface CodeServerFolders {
  /** Settings and state of the user. */
  readonly userData: string;
  /** Installed extensions. */
  readonly extensions: string;
}

/** Starts it on a free port and resolves when it answers. Its log follows `log`. */
export async function startCodeServer(
  folders: CodeServerFolders,
  log: (text: string) => void,
): Promise<CodeServer> {
  const server = start(
    process.execPath,
    [...(await commandLine(folders)), '--host', '127.0.0.1', '--port', '0'],
    {
      cwd: ROOT,
      env: ENVIRONMENT,
    },
  );
  const { port, token } = await new Promise<{ port: string; token: string }>((ready, fail) => {
    let output = '';
    server.stdout.on('data', (data) => {
      log(String(data));
      output += String(data);
      const [, foundPort, foundToken] =
        /Web UI available at http:\/\/[^:]+:(\d+)\/?\?tkn=(\S+)/.exec(output) ?? [];
      if (foundPort !== undefined && foundToken !== undefined) ready({ port: foundPort, token: foundToken });
    });
    server.stderr.on('data', (data) => log(String(data)));
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`code-server ended with exit code ${code}\n${output}`)));
  });

  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    address(folder, payload = []) {
      const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
      return `http://${authority}/?${query}`;
    },
    remote: (path) => `vscode-remote://${authority}${encodeURI(path)}`,
    stop: () => stop(server),
  };
}

/** Installs a packaged extension. */
export async function installExtension(vsix: string, folders: CodeServerFolders): Promise<void> {
  const args = [...(await commandLine(folders)), '--install-extension', vsix, '--do-not-sync'];
  await run(process.execPath, args, { env: ENVIRONMENT });
}

/** Without a gallery: it is not asked for extensions or news of them. */
const ENVIRONMENT = { EXTENSIONS_GALLERY: '{}' };

async function commandLine(folders: CodeServerFolders): Promise<string[]> {
  return [
    join(await codeServer(), 'lib/vscode/out/server-main.js'),
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    '--telemetry-level=off',
    `--user-data-dir=${folders.userData}`,
    `--extensions-dir=${folders.extensions}`,
  ];
}

/**
 * Folder of code-server, got from the npm registry at first. No script of a package runs: what they would
 * compile (logging, the terminal) is not needed here, and the rest is JavaScript or comes as binaries.
 */
async function codeServer(): Promise<string> {
  const folder = join(TOOLS, `code-server-${VERSION}`);
  await fetchPackage(`code-server@${VERSION}`, folder, async (partial) => {
    await npm(
      ['install', RIPGREP, '--no-save', '--omit=dev', '--ignore-scripts'],
      join(partial, 'lib/vscode'),
    );
  });
  return folder;
}
