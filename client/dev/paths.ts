import { resolve } from 'node:path';

/** The project's folder; bundles of development lie three levels below it. */
export const ROOT = resolve(__dirname, '../../..');

/** What development downloads and unpacks; kept between runs, never committed. */
export const TOOLS = resolve(ROOT, '.vscode-test');

/** The sample workspace. */
export const SAMPLES = resolve(ROOT, 'client/samples');

/** Pictures of the extension: its icon and its screenshots. */
export const MEDIA = resolve(ROOT, 'client/media');
