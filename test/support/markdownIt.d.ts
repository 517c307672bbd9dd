// What tests use of markdown-it, which has no types of its own.
declare module 'markdown-it' {
  export interface Token {
    readonly type: string;
    readonly content: string;
    readonly children: readonly Token[] | null;
  }
  export default class MarkdownIt {
    constructor(
      preset: 'commonmark' | 'default',
      options?: { readonly linkify?: boolean; readonly html?: boolean },
    );
    parse(text: string, environment: object): readonly Token[];
  }
}
