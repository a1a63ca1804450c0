/** Half-open range `[start, end)` in UTF-16 code units of the document's text. `text.slice(start, end)` is the evidence. */
export type Span = { readonly start: number; readonly end: number }

/** Words of the document that prove something, with their place. */
export type Evidence = Span & { readonly quote: string }

/** One piece of a document's structure, in the order of the text. Blocks never overlap. */
export type Block =
  | { readonly kind: 'title'; readonly span: Span }
  | { readonly kind: 'heading'; readonly level: number; readonly span: Span }
  | { readonly kind: 'paragraph'; readonly span: Span }
  /** `intro` is the line that says what the members are ("The tasks were:"); it is a block of its own as well. */
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly intro: Span | null
      readonly members: readonly Span[]
      readonly span: Span
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Span[])[]; readonly span: Span }

export type DocumentFormat = 'txt' | 'md'

/** What was uploaded or pasted, normalised. The text never changes after this. */
export type StructuredDocument = {
  readonly title: string
  readonly text: string
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string
  /** ISO 639-3 as found in the text, `und` when it cannot be told. */
  readonly language: string
  readonly blocks: readonly Block[]
}

/** The format of a document without a text: a deck of cards that its author writes. */
export const CARDS_FORMAT = 'cards'
