import type { Block, Span, StructuredDocument } from '../document/document'
import { splitSentences } from '../language/english/sentences'
import { type Passage, passageOf, spanIn } from '../language/text-without-marks'
import { TITLE_CHARACTERS } from '../shared/input-limits'
import { memoizeRecent } from '../shared/memoize'

/** A sentence, list member or table row of a document, with the number by which a prompt names it. */
export type NumberedSentence = {
  /** From 1, in the order of the text. */
  readonly number: number
  readonly span: Span
  /** On one line and without Markdown marks. */
  readonly text: string
  /** The headings above, the highest first; without the title. */
  readonly headingPath: readonly string[]
  /** Which block it belongs to: sentences of one paragraph, members of one list. */
  readonly block: number
  /** Of a list member or a table row, the sentence that introduces it; null without one. */
  readonly intro: number | null
  readonly kind: 'sentence' | 'member' | 'row'
}

type Text = Pick<StructuredDocument, 'text' | 'blocks'>

/** All that can be asked about in a document, numbered from 1. */
export const sentencesToAsk = (document: Text): readonly NumberedSentence[] => read(document).sentences

/** What is longer than a sentence can be, such as a text without full stops: nothing is asked about it. In the order of the text. */
export const spansTooLong = (document: Text): readonly Span[] => read(document).tooLong

type Read = { readonly sentences: NumberedSentence[]; readonly tooLong: Span[] }

// In UTF-16 code units, about 230 words: two such sentences and what is asked about them fit into one request to a small model.
const LONGEST = 1_400

const read: (document: Text) => Read = memoizeRecent(({ text, blocks }) => {
  const done: Read = { sentences: [], tooLong: [] }
  let path: readonly Heading[] = []
  for (const [number, block] of blocks.entries()) {
    if (block.kind === 'heading') path = under(path, { level: block.level, title: titleOf(text, block.span) })
    else addBlock(done, { text, block, number, headingPath: path.map(({ title }) => title) })
  }
  return done
})

type Heading = { readonly level: number; readonly title: string }

const under = (path: readonly Heading[], heading: Heading): readonly Heading[] => [
  ...path.filter(({ level }) => level < heading.level),
  heading,
]

const titleOf = (text: string, span: Span): string =>
  lineOf(text, span)
    .replace(/^#+\s*/, '')
    .slice(0, TITLE_CHARACTERS)

type Placed = {
  readonly text: string
  readonly block: Block
  readonly number: number
  readonly headingPath: readonly string[]
}

function addBlock({ sentences, tooLong }: Read, { text, block, number, headingPath }: Placed): void {
  let intro = introOf(block, sentences)
  for (const { kind, span, text: said } of unitsOf(text, block)) {
    if (!/[\p{L}\p{N}]/u.test(said)) continue
    if (said.length > LONGEST) {
      tooLong.push(span)
      continue
    }
    const sentence = { number: sentences.length + 1, span, text: said, headingPath, block: number, kind }
    sentences.push({ ...sentence, intro: kind === 'sentence' ? null : intro })
    // The first row of a table names its columns.
    if (kind === 'row' && intro === null) intro = sentence.number
  }
}

type Unit = { readonly kind: NumberedSentence['kind']; readonly span: Span; readonly text: string }

function unitsOf(text: string, block: Block): Unit[] {
  if (block.kind === 'paragraph') return sentencesOf(text, block.span)
  if (block.kind === 'list') return block.members.map((span) => ({ kind: 'member', span, text: lineOf(text, span) }))
  if (block.kind !== 'table') return []
  return block.rows.flatMap((cells) => {
    const [first, last] = [cells[0], cells.at(-1)]
    if (!first || !last) return []
    const row = cells.map((cell) => lineOf(text, cell)).join(' | ')
    return [{ kind: 'row' as const, span: { start: first.start, end: last.end }, text: row }]
  })
}

// Full stops of Russian and Kyrgyz abbreviations, and initials, end no sentence.
const CYRILLIC_ABBREVIATION = /(?:^|[\s(«])(?:гг?|вв?|им|тт?|д|п|др|пр|св|ул|стр|рис|тыс|см|ср|руб|км|ж|б|м|\p{Lu})\.$/u

function sentencesOf(text: string, span: Span): Unit[] {
  const passage = passageOf(text, span, 'md')
  const merged: { start: number; end: number }[] = []
  for (const sentence of splitSentences(passage)) {
    const last = merged.at(-1)
    if (last && isCutAtAbbreviation(passage, last.end)) last.end = sentence.end
    else merged.push({ ...sentence })
  }
  return merged
    .flatMap((sentence) => splitBeforeDigits(passage, sentence))
    .map(({ start, end }) => {
      return { kind: 'sentence', span: spanIn(passage, start, end), text: passage.text.slice(start, end) }
    })
}

// By Unicode's rules (UAX 29, SB8) a full stop ends no sentence if the first letter after it is a small one: "… болгон. 1991-жылы …".
const BEFORE_DIGITS = /(?<=(\p{Script=Cyrillic}{4,})[»”")]?[.!?…]) +(?=\d[\d .,%–-]*\p{Ll})/gu
const WITH_NUMBER = /^(?:табл|прим|прил|напр|глав|разд|англ|млрд|пункт|стать?)$/iu

function splitBeforeDigits({ text }: Passage, { start, end }: Span): readonly Span[] {
  const breaks = [...text.slice(start, end).matchAll(BEFORE_DIGITS)].filter(([, word = '']) => !WITH_NUMBER.test(word))
  const starts = [start, ...breaks.map(({ index, 0: blanks }) => start + index + blanks.length)]
  const ends = [...breaks.map(({ index }) => start + index), end]
  return starts.map((from, at) => ({ start: from, end: ends[at] ?? end }))
}

const isCutAtAbbreviation = ({ text }: Passage, end: number): boolean =>
  CYRILLIC_ABBREVIATION.test(text.slice(Math.max(0, end - 12), end)) &&
  /\p{Script=Cyrillic}\.$/u.test(text.slice(0, end))

/** The sentence that introduces a list: the one in which its intro ends. */
function introOf(block: Block, before: readonly NumberedSentence[]): number | null {
  if (block.kind !== 'list' || !block.intro) return null
  const { end } = block.intro
  return before.findLast(({ span }) => span.start < end && end <= span.end + 2)?.number ?? null
}

const lineOf = (text: string, span: Span): string => passageOf(text, span, 'md').text.trim()
