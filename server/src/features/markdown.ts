import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';

/** One block of a text for people: plain words, written once, shown as Markdown or as plain text. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly (string | Labelled)[] };

/** `label: text`, the label set off. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** Blocks in the format that a client asks for. All texts are escaped: a dump puts no link, image or HTML in here. */
export function markup(blocks: readonly Block[], kind: MarkupKind): MarkupContent {
  const render = kind === MarkupKind.Markdown ? toMarkdown : toPlainText;
  return { kind, value: blocks.map(render).join('\n\n') };
}

/**
 * A text that Markdown shows as it is (CommonMark 0.31 and GitHub's automatic links). Marks that mean something anywhere
 * are escaped everywhere; those that open a list or a heading's line where the text begins; and those that make an
 * address of bare text. Control characters become spaces.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/[!#$&()*<>@[\\\]^_`{|}~]/g, '\\$&')
    .replace(/^( *\d{0,9})([-+=.])/, '$1\\$2')
    .replace(/:\/\//g, ':\\//')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`);
}

function toMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `**${escapeMarkdown(block.text)}**`;
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'list':
      return block.items
        .map((item) =>
          typeof item === 'string'
            ? `- ${escapeMarkdown(item)}`
            : `- **${escapeMarkdown(item.label)}:** ${escapeMarkdown(item.text)}`,
        )
        .join('\n');
  }
}

function toPlainText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items
        .map((item) => (typeof item === 'string' ? `- ${item}` : `- ${item.label}: ${item.text}`))
        .join('\n');
  }
}
