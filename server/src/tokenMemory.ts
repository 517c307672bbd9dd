import type { Range, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { Analysis } from './analysis';
import { semanticTokens, tokenEdits } from './features/semanticTokens';

/** Answers requests for tokens; keeps each document's last answer, to tell the next by what has changed. */
export class TokenMemory {
  readonly #last = new Map<string, SemanticTokens>();

  full({ uri, id, dump }: Analysis): SemanticTokens {
    const tokens = { resultId: id, data: semanticTokens(dump) };
    this.#last.set(uri, tokens);
    return tokens;
  }

  /** The change since the answer `previousId`, or all tokens where that is not the last one. */
  delta(analysis: Analysis, previousId: string): SemanticTokens | SemanticTokensDelta {
    const before = this.#last.get(analysis.uri);
    const after = this.full(analysis);
    if (before === undefined || before.resultId !== previousId) return after;
    return { resultId: analysis.id, edits: tokenEdits(before.data, after.data) };
  }

  range({ dump }: Analysis, range: Range): SemanticTokens {
    return { data: semanticTokens(dump, range) };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}
