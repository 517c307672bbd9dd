import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { profileShape } from '../../server/src/core/profiles/profileFile';

/** The project's generated files: path from its root, and what makes the file's text. */
export const GENERATED_FILES: ReadonlyMap<string, () => string> = new Map([
  ['server/schema/profile.schema.json', () => schemaOf(profileShape)],
]);

/** JSON schema (draft 7, which editors know best) of what a shape reads. */
function schemaOf(shape: GenericSchema): string {
  // Checks in code cannot be said in a schema; what matters of them is in the shape's metadata.
  const schema = toJsonSchema(shape, { typeMode: 'input', ignoreActions: ['check'] });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
