import type { DocumentFormat, Span, StructuredDocument } from '../document/document'
import { splitSentences } from '../language/english/sentences'
import { type Token, tagSentence } from '../language/english/tagger'
import { type Passage, passageOf, spanIn } from '../language/passage'

/** One sentence of a document, tagged, knowing where it stands. */
export type Sentence = {
  readonly text: string
  readonly tokens: readonly Token[]
  /** The sentence in the document. */
  readonly span: Span
  readonly passage: Passage
  /** Where the sentence begins in its passage. */
  readonly from: number
  readonly heading: string
  /** Number of the block, and of the sentence within it. */
  readonly paragraph: number
  readonly index: number
}

/** The document span of `[start, end)` of a sentence's text. */
export const spanOf = (sentence: Sentence, start: number, end: number): Span =>
  spanIn(sentence.passage, sentence.from + start, sentence.from + end)

const SKIPPED_HEADING =
  /^(?:learning (?:objectives|outcomes)|objectives|references|bibliography|further reading|see also|external links|notes|review questions|exercises|key terms|suggested reading|sources|works cited|acknowledgements?)\b/i

/** Blocks that state nothing: objectives, references, exercises. */
export const isSkippedHeading = (heading: string): boolean => SKIPPED_HEADING.test(heading.trim())

/** The sentences of one paragraph, or of a list member written as sentences. */
export function readSentences(
  document: StructuredDocument,
  format: DocumentFormat,
  block: { readonly span: Span; readonly heading: string; readonly paragraph: number },
): Sentence[] {
  const passage = passageOf(document.text, block.span, format)
  return splitSentences(passage).map(({ start, end }, index) => {
    const text = passage.text.slice(start, end)
    return {
      text,
      tokens: tagSentence(text),
      span: spanIn(passage, start, end),
      passage,
      from: start,
      heading: block.heading,
      paragraph: block.paragraph,
      index,
    }
  })
}
