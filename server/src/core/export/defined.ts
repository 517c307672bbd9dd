/** An object without the properties that are null or undefined: a form for other programs says nothing where it knows nothing. */
export function defined(value: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== undefined));
}
