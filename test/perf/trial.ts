import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextLines } from '../../server/src/core/text/textLines';
import { MeasuredServer, type ServerCommand } from './measuredServer';
import { randomNumbers } from './statistics';

/** Something that is done in a server, and ends with its answer. */
export type Action = (server: MeasuredServer) => Promise<unknown>;

/** What was measured, and how long it took in each server: milliseconds. */
export interface Measured {
  readonly what: string;
  readonly times: ReadonlyMap<string, readonly number[]>;
}

/** One file in several servers, which all are told the same. */
export class Trial {
  readonly servers: readonly MeasuredServer[];
  readonly measured: Measured[] = [];
  readonly #random = randomNumbers(20260601);
  #text: TextLines;

  private constructor(servers: readonly MeasuredServer[], text: string) {
    this.servers = servers;
    this.#text = TextLines.of(text);
  }

  static async start(commands: readonly ServerCommand[], text: string): Promise<Trial> {
    const servers: MeasuredServer[] = [];
    for (const command of commands) servers.push(await MeasuredServer.start(command));
    return new Trial(servers, text);
  }

  get text(): string {
    return this.#text.text();
  }

  /** Does something in each server. */
  async all(act: Action): Promise<void> {
    for (const server of this.servers) await act(server);
  }

  /**
   * Measures something, so many times in each server: they take turns, and another one is first each time.
   * @param next tells what is done in the next turn
   */
  async measure(what: string, count: number, next: () => Action): Promise<void> {
    const times = new Map<string, number[]>(this.servers.map(({ name }) => [name, []]));
    for (let turn = 0; turn < count; turn++) {
      const act = next();
      for (let place = 0; place < this.servers.length; place++) {
        const server = this.servers[(place + turn) % this.servers.length];
        if (server === undefined) continue;
        const start = performance.now();
        await act(server);
        times.get(server.name)?.push(performance.now() - start);
      }
    }
    this.measured.push({ what, times });
  }

  /** What a person does next somewhere in the file: mostly a letter, at times a word, a line break, or a deletion. */
  nextEdit(): TextDocumentContentChangeEvent {
    const { line, character } = this.#text.positionAt(Math.floor(this.#random() * this.#text.length));
    const kind = this.#random();
    const removed = kind < 0.2 ? 1 + Math.floor(this.#random() * 3) : 0;
    const text = kind < 0.2 ? '' : kind < 0.8 ? 'e' : kind < 0.95 ? ' word' : '\n';
    return this.#edit(line, character, removed, text);
  }

  /** A burst of typing: letters, one behind the other, in the middle of the file. */
  nextBurst(letters: number): readonly TextDocumentContentChangeEvent[] {
    const line = this.#text.lineCount >> 1;
    const { length } = this.#text.line(line);
    return Array.from({ length: letters }, (_, index) => this.#edit(line, length + index, 0, 'e'));
  }

  async stop(): Promise<void> {
    for (const server of this.servers) await server.stop();
  }

  #edit(line: number, character: number, removed: number, text: string): TextDocumentContentChangeEvent {
    const range = { start: { line, character }, end: { line, character: character + removed } };
    this.#text = this.#text.replace(range, text);
    return { range, text };
  }
}
