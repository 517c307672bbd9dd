import type { SemanticTokensLegend } from 'vscode-languageserver-types';

/** A token type or modifier as an editor's manifest contributes it. */
export interface TokenKind {
  readonly id: string;
  readonly description: string;
  /** The standard type of LSP that stands in where a theme does not know ours. */
  readonly superType?: string;
  /** TextMate scopes that lend their colour, the best first. */
  readonly scopes?: readonly string[];
}

/**
 * What is coloured: the parts that a reader looks for. Running text and furniture have no type, as text should look like
 * text, and furniture is faded by its finding.
 */
export const TOKEN_TYPES = [
  {
    id: 'headline',
    description: 'The title of an article.',
    superType: 'class',
    scopes: ['markup.heading', 'entity.name.section'],
  },
  {
    id: 'deck',
    description: 'The standfirst below a headline.',
    superType: 'string',
    scopes: ['markup.italic', 'markup.quote'],
  },
  {
    id: 'byline',
    description: 'Who wrote an article.',
    superType: 'parameter',
    scopes: ['entity.name.tag', 'variable.parameter'],
  },
  {
    id: 'subheading',
    description: 'A heading inside an article.',
    superType: 'class',
    scopes: ['markup.heading', 'entity.name.section'],
  },
  {
    id: 'caption',
    description: 'The text of a picture.',
    superType: 'string',
    scopes: ['markup.italic', 'markup.quote'],
  },
  {
    id: 'date',
    description: 'A date.',
    superType: 'number',
    scopes: ['constant.numeric.date', 'constant.numeric'],
  },
  {
    id: 'source',
    description: 'The source that an article names.',
    superType: 'namespace',
    scopes: ['entity.name.namespace', 'entity.name.type'],
  },
  {
    id: 'outlet',
    description: 'The site or channel of an article.',
    superType: 'namespace',
    scopes: ['entity.name.namespace', 'entity.name.type'],
  },
  {
    id: 'relatedHeading',
    description: 'The heading of a block of other articles.',
    superType: 'label',
    scopes: ['entity.name.label'],
  },
  {
    id: 'relatedTitle',
    description: 'The title of another article.',
    superType: 'label',
    scopes: ['entity.name.label'],
  },
] as const satisfies readonly TokenKind[];

/** What can be said of a token beside its type. */
export const TOKEN_MODIFIERS = [
  { id: 'uncertain', description: 'Recognition is not sure of the line’s role.' },
  { id: 'repeated', description: 'The same line stands further up on the page.' },
] as const satisfies readonly TokenKind[];

/** The types and modifiers by the numbers that tokens use. */
export const LEGEND: SemanticTokensLegend = {
  tokenTypes: TOKEN_TYPES.map(({ id }) => id),
  tokenModifiers: TOKEN_MODIFIERS.map(({ id }) => id),
};
