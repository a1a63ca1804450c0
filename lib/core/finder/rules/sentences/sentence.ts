import type { DocumentFormat, Span, StructuredDocument } from '../../../document/document'
import { splitSentences } from '../../../language/english/sentences'
import { isNameWord, type WordCase } from '../../../language/english/surface'
import { tagSentence } from '../../../language/english/tagger'
import type { Token } from '../../../language/english/tokens'
import { type Passage, passageOf, spanIn } from '../../../language/passage'
import { cleanPassage } from './clean-passage'

/** One sentence of a document, cleaned of asides and tagged, knowing where it stands. */
export type Sentence = {
  /** Without brackets, citations and connecting words; `raw` is the sentence as it stands. */
  readonly text: string
  readonly raw: string
  readonly tokens: readonly Token[]
  /** The sentence in the document. */
  readonly span: Span
  readonly passage: Passage
  /** Sentences before it that say what it points at. */
  readonly also: readonly Span[]
  /** An author's example, not a fact. */
  readonly example: boolean
  readonly heading: string
  /** Number of the block, and of the sentence within it. */
  readonly paragraph: number
  readonly index: number
}

/** The document span of `[start, end)` of a sentence's cleaned text. */
export const spanOf = (sentence: Sentence, start: number, end: number): Span => spanIn(sentence.passage, start, end)

const SKIPPED_HEADING =
  /^(?:learning (?:objectives|outcomes)|objectives|references|bibliography|further reading|see also|external links|notes|review questions|exercises|key terms|suggested reading|sources|works cited|acknowledgements?)\b/i
const EXAMPLE =
  /^(?:for (?:example|instance)|imagine|suppose|consider|let|say|recall|note|notice|remember|see|think|look|ask|learn|identify|describe|explain|watch|visit|click|read)\b|\b(?:for (?:example|instance))\b/i

/** Blocks that state nothing: objectives, references, exercises. */
export const isSkippedHeading = (heading: string): boolean => SKIPPED_HEADING.test(heading.trim())

const REFERENCE =
  /https?:\/\/|\bdoi:|\bISBN\b|^[^.]{3,90}\.\s\(?(?:1[89]|20)\d{2}\)?[a-z]?\.\s|\b\d+(?:st|nd|rd|th) ed\./

// "Smith, Jones and Lee (2004). …": nothing but names before the year.
const AUTHORS = /^[^\p{L}]*(?:\p{Lu}[\p{L}’'.-]*,? (?:(?:and|&) )?){1,8}\((?:1[89]|20)\d{2}[a-z]?\)\. /u

/** A bibliography entry: it names a work, it states nothing. */
export const isReference = (text: string): boolean => REFERENCE.test(text) || AUTHORS.test(text)

// What is longer is no sentence: a table run together, code, a list without its marks.
const LONGEST_SENTENCE = 1200

type TextBlock = { readonly span: Span; readonly heading: string; readonly paragraph: number }

/** The sentences of one paragraph, or of a list member written as sentences. */
export function readSentences(
  document: StructuredDocument,
  format: DocumentFormat,
  block: TextBlock,
  words: WordCase,
): Sentence[] {
  const passage = passageOf(document.text, block.span, format)
  return splitSentences(passage)
    .filter(({ start, end }) => end - start <= LONGEST_SENTENCE)
    .map(({ start, end }, index) => {
      const raw = passage.text.slice(start, end)
      const clean = cleanPassage(passage, start, end)
      return {
        text: clean.text,
        raw,
        tokens: withoutFalseName(tagSentence(clean.text), words),
        span: spanIn(passage, start, end),
        passage: clean,
        also: [],
        example: EXAMPLE.test(raw),
        heading: block.heading,
        paragraph: block.paragraph,
        index,
      }
    })
}

/** The tagger takes a capital at the start for a name; the rest of the document knows better. */
function withoutFalseName(tokens: readonly Token[], words: WordCase): readonly Token[] {
  const [first, second] = tokens
  if (first?.tag !== 'PROPN' || isNameWord(first, second, words)) return tokens
  const tag =
    second && (second.tag === 'NOUN' || second.tag === 'PROPN') && /(?:al|ic|ive|ous|ary|ed|ant|ent)$/.test(first.lower)
      ? 'ADJ'
      : 'NOUN'
  return [{ ...first, tag }, ...tokens.slice(1)]
}
