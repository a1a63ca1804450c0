import type { DocumentFormat, Span, StructuredDocument } from '../../../document/document'
import { splitSentences } from '../../../language/english/sentences'
import { tagSentence } from '../../../language/english/tagger'
import type { Token } from '../../../language/english/tokens'
import { capital, isNameWord, type WordCase } from '../../../language/english/word-case'
import { type Passage, passageOf, spanIn } from '../../../language/text-without-marks'

/** One sentence of a document, without asides, tagged, with its place. */
export type Sentence = {
  /** Without brackets, citations and connecting words; `raw` is the sentence as it stands. */
  readonly text: string
  readonly raw: string
  readonly tokens: readonly Token[]
  /** The sentence in the document. */
  readonly span: Span
  readonly passage: Passage
  /** An author's example, not a fact. */
  readonly example: boolean
  readonly heading: string
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

// Longer ones are tables, code or lists that lost their line breaks.
const LONGEST_SENTENCE = 1200

type TextBlock = { readonly span: Span; readonly heading: string }

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
    .map(({ start, end }) => {
      const raw = passage.text.slice(start, end)
      const clean = cleanPassage(passage, start, end)
      return {
        text: clean.text,
        raw,
        tokens: withoutFalseName(tagSentence(clean.text), words),
        span: spanIn(passage, start, end),
        passage: clean,
        example: EXAMPLE.test(raw),
        heading: block.heading,
      }
    })
}

/** The tagger takes a capital at the start for a name; the rest of the document shows whether it is one. */
function withoutFalseName(tokens: readonly Token[], words: WordCase): readonly Token[] {
  const [first, second] = tokens
  if (first?.tag !== 'PROPN' || isNameWord(first, second, words)) return tokens
  const tag =
    second && (second.tag === 'NOUN' || second.tag === 'PROPN') && /(?:al|ic|ive|ous|ary|ed|ant|ent)$/.test(first.lower)
      ? 'ADJ'
      : 'NOUN'
  return [{ ...first, tag }, ...tokens.slice(1)]
}

// A year in brackets dates what stands before it.
const BRACKETS = /\s*\((?!(?:c\. )?\d{4}\))[^()]*\)|\s*\[[^[\]]*\]/g
const CONNECTIVE =
  /^(?:that is|on the contrary|in any case|first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|however|moreover|furthermore|in addition|additionally|thus|therefore|hence|consequently|accordingly|as a result|indeed|in fact|similarly|likewise|nevertheless|nonetheless|still|instead|meanwhile|finally|also|besides|in short|interestingly|notably|on the other hand|in contrast|by contrast|in comparison|by comparison|more specifically|in reality|ultimately|ironically|curiously|remarkably|significantly|more importantly|most importantly|in particular|conversely|of course|specifically|as such|not surprisingly|as (?:has been |was |is )?(?:previously |already |earlier )?(?:stated|mentioned|noted|discussed|shown|illustrated|described)(?: above| earlier| previously| elsewhere)?|in summary|regardless|in other words|over time|at some point|surprisingly|unfortunately|fortunately|importantly|today|overall),\s+(?=\S)/i
// Between subject and verb both commas go; after a short lead one stays. What looks back does so from a comma or a letter
// that is there: looking back from every place takes ten times as long.
const ASIDE =
  '(?:however|moreover|for example|for instance|in fact|indeed|of course|on (?:the )?one hand|on the other hand|too)'
const INSIDE = new RegExp(
  `, including [^,;.]{1,60},(?= (?:and|or) )|,(?<=^(?:In|On|At|By|After|Before|Since|During|For) [^,]{1,40},)\\s*${ASIDE}\\s*(?=,)|,\\s*${ASIDE}\\s*,|o(?<=\\b(?:and|but) o)n the other hand, `,
  'gi',
)

// "is also found in rainwater", "then activates the glands": what was said before adds nothing to the statement itself.
const LINK =
  / (?:also|then|thereafter|subsequently|therefore|thus|hence|consequently|accordingly|likewise)(?= \p{Ll})/gu
const BOUND_BEFORE = /\b(?:but|only|and|or|yet|if|since|by|until|till|from|back|just|even|not|than|as|,)$/
const BOUND_AFTER =
  /^ (?:known|called|termed|referred|named|spelled|written|abbreviated|by|in|on|at|as|a|an|the|that|to)\b/

/** "also known as", "but also", "If …, then …" stay. */
const isLink = (text: string, from: number, end: number): boolean =>
  !BOUND_BEFORE.test(text.slice(Math.max(0, from - 8), from)) &&
  !BOUND_AFTER.test(text.slice(end, end + 14)) &&
  !(text.slice(from, end) === ' then' && /^(?:If|When|Once)\b/.test(text))

/** "was founded in 1920, however, early courses were given": between two sentences, which would run together without it. */
const isInside = (text: string, from: number, end: number): boolean =>
  !/^,\s*(?:however|moreover|indeed|in fact)/i.test(text.slice(from, end)) ||
  !/\b(?:is|are|was|were|has|have|had|did|does|do|\p{L}{2,}ed)\b/u.test(text.slice(0, from))

/** A sentence without brackets, citations and connectives; each character keeps its offset. */
function cleanPassage(passage: Passage, start: number, end: number): Passage {
  let kept: Passage = { text: passage.text.slice(start, end), at: passage.at.slice(start, end + 1) }
  kept = without(kept, BRACKETS)
  kept = without(kept, INSIDE, isInside)
  kept = without(kept, LINK, isLink)
  const opening = CONJUNCTION.exec(kept.text) ?? CONNECTIVE.exec(kept.text)
  if (!opening) return kept
  const rest = slice(kept, opening[0].length, kept.text.length)
  return { text: capital(rest.text), at: rest.at }
}

// "But when …", "And in …": the sentence says the same without it.
const CONJUNCTION = /^(?:But|And|Yet) (?=\p{Ll})/u

/** Leaves out matches that `fits` accepts. */
function without(
  passage: Passage,
  pattern: RegExp,
  fits: (text: string, from: number, end: number) => boolean = () => true,
): Passage {
  if (passage.text.search(pattern) < 0) return passage
  let kept: Passage = { text: '', at: [] }
  let from = 0
  for (const match of passage.text.matchAll(pattern)) {
    const end = match.index + match[0].length
    if (!fits(passage.text, match.index, end)) continue
    kept = joined(kept, slice(passage, from, match.index))
    from = end
  }
  return joined(kept, slice(passage, from, passage.text.length))
}

const slice = (passage: Passage, from: number, to: number): Passage => ({
  text: passage.text.slice(from, to),
  at: passage.at.slice(from, to),
})

const joined = (left: Passage, right: Passage): Passage => ({
  text: left.text + right.text,
  at: [...left.at, ...right.at],
})
