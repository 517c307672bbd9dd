/** The names of the data files that the bundle of the server for the web loads; they lie beside it. */
export const WORKER_DATA = ['choice.data.json', 'model.data.json', 'ngrams.data.json'] as const;

/**
 * The parts of the script of a worker: the server's bundle, and before it the data that the bundle asks for by `require`,
 * which a worker does not have. So one copy of the data serves the servers of the desktop and of the web.
 * @param data in the order of {@link WORKER_DATA}; JSON, which is JavaScript too
 */
export function workerScript<Part>(code: Part, data: readonly Part[]): readonly (Part | string)[] {
  const entries = data.flatMap((json, index) => [`"./${WORKER_DATA[index]}":()=>(`, json, '),']);
  return ['const require=(data=>path=>data[path]())({', ...entries, '});\n', code];
}
