import type { Block, Span, StructuredDocument } from '../document/document'
import { sentencesIn } from '../language/sentences-in'
import { passageOf } from '../language/text-without-marks'
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

export type TextSentence = {
  readonly span: Span
  /** On one line and without Markdown marks. */
  readonly text: string
  /** Nothing is asked about it. */
  readonly isTooLong: boolean
}

// In UTF-16 code units: enough to know it by.
const BEGINNING = 300

/** Each sentence, list member and table row of a document, in the order of the text; of what is too long, the beginning. */
export function sentencesOfDocument(document: Text): readonly TextSentence[] {
  const { sentences, tooLong } = read(document)
  const cut = tooLong.map((span) => {
    const text = `${lineOf(document.text, span).slice(0, BEGINNING).trimEnd()}…`
    return { span, text, isTooLong: true }
  })
  return [...sentences.map(({ span, text }) => ({ span, text, isTooLong: false })), ...cut].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

/** The sentences that a span touches; they are in the order of the text and do not overlap. */
export function sentencesAt<T extends { readonly span: Span }>(sentences: readonly T[], { start, end }: Span): T[] {
  let [from, to] = [0, sentences.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sentences[middle]?.span.end ?? 0) > start) to = middle
    else from = middle + 1
  }
  let after = from
  while ((sentences[after]?.span.start ?? end) < end) after++
  return sentences.slice(from, after)
}

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
  if (block.kind === 'paragraph')
    return sentencesIn(text, block.span).map((sentence) => ({ kind: 'sentence', ...sentence }))
  if (block.kind === 'list') return block.members.map((span) => ({ kind: 'member', span, text: lineOf(text, span) }))
  if (block.kind !== 'table') return []
  return block.rows.flatMap((cells) => {
    const [first, last] = [cells[0], cells.at(-1)]
    if (!first || !last) return []
    const row = cells.map((cell) => lineOf(text, cell)).join(' | ')
    return [{ kind: 'row' as const, span: { start: first.start, end: last.end }, text: row }]
  })
}

/** The sentence that introduces a list: the one in which its intro ends. */
function introOf(block: Block, before: readonly NumberedSentence[]): number | null {
  if (block.kind !== 'list' || !block.intro) return null
  const { end } = block.intro
  return before.findLast(({ span }) => span.start < end && end <= span.end + 2)?.number ?? null
}

const lineOf = (text: string, span: Span): string => passageOf(text, span, 'md').text.trim()
