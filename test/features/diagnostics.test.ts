import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { rangeInLine } from '../../server/src/core/model/range';
import { diagnosticOf } from '../../server/src/features/diagnostics';
import type { PlacedFinding } from '../../server/src/rules/diagnose';

const FINDING: PlacedFinding = {
  code: 'date-after-capture',
  severity: 'warning',
  range: rangeInLine(4, 6, 16),
  message: 'Later than the capture.',
  fixes: [{ title: 'Change', preferred: true, edits: [{ range: rangeInLine(4, 6, 8), newText: '01' }] }],
  related: [{ range: rangeInLine(0, 0, 10), message: 'Captured here.' }],
};

test('a client that shows everything gets everything', () => {
  const options = {
    uri: 'file:///a.dump',
    ruleDocumentation: 'https://example.org/rules/',
    tags: true,
    relatedInformation: true,
    codeDescription: true,
    data: true,
  };
  assert.deepEqual(diagnosticOf({ ...FINDING, unnecessary: true }, options), {
    range: FINDING.range,
    severity: DiagnosticSeverity.Warning,
    code: 'date-after-capture',
    source: 'copydesk',
    message: 'Later than the capture.',
    codeDescription: { href: 'https://example.org/rules/date-after-capture.md' },
    tags: [DiagnosticTag.Unnecessary],
    relatedInformation: [
      { location: { uri: 'file:///a.dump', range: rangeInLine(0, 0, 10) }, message: 'Captured here.' },
    ],
    data: { fixes: FINDING.fixes },
  });
});

test('a client that says nothing of itself gets the plain finding', () => {
  assert.deepEqual(
    diagnosticOf({ ...FINDING, severity: 'hint', unnecessary: true }, { uri: 'file:///a.dump' }),
    {
      range: FINDING.range,
      severity: DiagnosticSeverity.Hint,
      code: 'date-after-capture',
      source: 'copydesk',
      message: 'Later than the capture.',
    },
  );
});

test('rules have no page where the client does not say where', () => {
  const { codeDescription } = diagnosticOf(FINDING, { uri: 'file:///a.dump', codeDescription: true });
  assert.equal(codeDescription, undefined);
});

test('a fix that changes the whole file is left to code actions', () => {
  const edit = { range: rangeInLine(0, 0, 1), newText: '' };
  const fixes = [
    { title: 'one', edits: [edit], preferred: false },
    { title: 'many', edits: new Array(1001).fill(edit), preferred: true },
  ];
  const options = { uri: 'file:///a.dump', data: true };
  assert.deepEqual(diagnosticOf({ ...FINDING, fixes }, options).data, { fixes: fixes.slice(0, 1) });
  assert.equal(diagnosticOf({ ...FINDING, fixes: fixes.slice(1) }, options).data, undefined);
});
