import type { Passage } from '../text-without-marks'

/** A sentence of a passage; `[start, end)` are offsets into the passage's text. */
type SentenceSpan = { readonly start: number; readonly end: number }

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' })
// Words whose full stop seldom ends a sentence, and initials ("J.", "U.S.").
const ABBREVIATION =
  /(?:^|[\s(“"'‘—–-])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Pres|Hon|St|Ste|Mt|Ft|Jr|Sr|vs|v|cf|ca|c|approx|e\.g|i\.e|etc|al|No|no|Nos|Vol|vol|Fig|fig|pp|p|ch|Ch|sec|Sec|Inc|Ltd|Co|Corp|Bros|dept|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|a\.m|p\.m|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$/
const CLOSES_SENTENCE =
  /^(?:The|This|These|It|In|He|She|They|A|An|At|On|By|For|But|And|However|When|While|As|After|Since|Its|Their)\b/
const CAN_CLOSE = /(?:etc|a\.m|p\.m|Inc|Ltd|Co|Corp|Jr|Sr|(?:[A-Z]\.)+[A-Z])\.$/

/** Sentences by Unicode rules, mended where an abbreviation or an open bracket cut one in two. Linear. */
export function splitSentences({ text }: Passage): SentenceSpan[] {
  const merged: { start: number; end: number }[] = []
  for (const [from, to] of windows(text)) {
    for (const { segment, index } of SEGMENTER.segment(text.slice(from, to))) {
      const last = merged.at(-1)
      const end = from + index + segment.length
      if (last && wronglyCut(text, last, segment)) last.end = end
      else merged.push({ start: from + index, end })
    }
  }
  return merged.map(({ start, end }) => ({ start, end: start + text.slice(start, end).trimEnd().length }))
}

// The segmenter slows down with the length of a text without breaks: it reads no more than this at once.
const WINDOW = 4000

function* windows(text: string): Generator<[number, number]> {
  let from = 0
  while (from < text.length) {
    const stop = text.lastIndexOf('. ', from + WINDOW)
    const to = text.length - from <= WINDOW ? text.length : stop > from ? stop + 2 : from + WINDOW
    yield [from, to]
    from = to
  }
}

const TAIL = 40
const LONGEST_BRACKET = 400

function wronglyCut(text: string, last: SentenceSpan, next: string): boolean {
  const before = text.slice(Math.max(last.start, last.end - TAIL), last.end).trimEnd()
  if (/^[\p{Ll})\]]/u.test(next)) return true
  if (/\d (?:B\.C\.E|B\.C|C\.E|A\.D)\.$/.test(before)) return !/^\p{Lu}/u.test(next)
  if (ABBREVIATION.test(before)) return !(CAN_CLOSE.test(before) && CLOSES_SENTENCE.test(next))
  return last.end - last.start < LONGEST_BRACKET && opensBracket(text.slice(last.start, last.end))
}

function opensBracket(sentence: string): boolean {
  const open = sentence.lastIndexOf('(')
  return open >= 0 && sentence.indexOf(')', open) < 0
}
