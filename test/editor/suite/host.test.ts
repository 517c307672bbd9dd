import { assert } from 'chai';
import * as vscode from 'vscode';
import { test } from './testing';

/** Which host this bundle of the suite is for. */
declare const HOST: 'node' | 'web';

test(`this is the ${HOST} extension host`, () => {
  const inWorker = 'importScripts' in globalThis;
  const inNode = typeof process === 'object' && typeof process.versions?.node === 'string';
  assert.deepEqual({ inWorker, inNode }, { inWorker: HOST === 'web', inNode: HOST === 'node' });
});

test('the extension is here and activates', async () => {
  const extension = vscode.extensions.getExtension('copydesk.copydesk');
  await extension?.activate();
  assert.isTrue(extension?.isActive);
});
