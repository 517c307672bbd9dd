/** What is being tested, in words, and the test. */
interface Test {
  readonly name: string;
  readonly body: () => Promise<void> | void;
}

const TIME_LIMIT = 20_000;

const tests: Test[] = [];

/** Defines a test. It has 20 s; it fails by throwing. (No framework that bundles runs in both kinds of host.) */
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
        Promise.resolve(body()).finally(cleanUp),
        new Promise((_, fail) => setTimeout(() => fail(new Error('time is up')), TIME_LIMIT)),
      ]);
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
  const values = ['actual', 'expected'].flatMap((key) =>
    key in error ? [`${key}: ${JSON.stringify(Reflect.get(error, key))}`] : [],
  );
  return [error.stack ?? error.message, ...values].join('\n');
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
