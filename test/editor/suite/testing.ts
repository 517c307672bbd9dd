/** What is being tested, in words, and the test. */
interface Test {
  readonly name: string;
  readonly body: () => Promise<void> | void;
}

const TIME_LIMIT = 90_000;

const tests: Test[] = [];

/** Defines a test. It has 90 s; it fails by throwing. (No framework that bundles runs in both kinds of host.) */
export function test(name: string, body: Test['body']): void {
  tests.push({ name, body });
}

/** Runs the tests one after another, each followed by `cleanUp`, and prints TAP. Answers how many failed. */
export async function runTests(cleanUp: () => Promise<void>): Promise<number> {
  console.log(`1..${tests.length}`);
  let failed = 0;
  for (const [index, { name, body }] of tests.entries()) {
    try {
      await Promise.race([
        body(),
        new Promise((_, fail) => setTimeout(() => fail(new Error('time is up')), TIME_LIMIT)),
      ]).finally(cleanUp);
      console.log(`ok ${index + 1} - ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`not ok ${index + 1} - ${name}\n${indent(describe(error))}`);
    }
  }
  console.log(`# pass ${tests.length - failed}\n# fail ${failed}`);
  return failed;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = { actual: undefined, expected: undefined, ...error };
  return [error.stack ?? error.message, ...difference(actual, expected)].join('\n');
}

/** What an assertion saw and wanted; of long texts, where they part. */
function difference(actual: unknown, expected: unknown): readonly string[] {
  const [a = '', b = ''] = [JSON.stringify(actual), JSON.stringify(expected)];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const around = (text: string): string => text.slice(Math.max(0, same - 60), same + 200);
  return a === b ? [] : [`actual: ${around(a)}`, `expected: ${around(b)}`];
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
