import type { Passage } from '../passage'

/** A sentence of a passage; `[start, end)` are offsets into the passage's text. */
export type SentenceSpan = { readonly start: number; readonly end: number }

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' })
// Words whose full stop seldom ends a sentence, and initials ("J.", "U.S.").
const ABBREVIATION =
  /(?:^|[\s(“"'‘—–-])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Pres|Hon|St|Ste|Mt|Ft|Jr|Sr|vs|v|cf|ca|c|approx|e\.g|i\.e|etc|al|No|no|Nos|Vol|vol|Fig|fig|pp|p|ch|Ch|sec|Sec|art|Art|Inc|Ltd|Co|Corp|Bros|dept|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|a\.m|p\.m|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$/
const CLOSES_SENTENCE =
  /^(?:The|This|These|It|In|He|She|They|A|An|At|On|By|For|But|And|However|When|While|As|After|Since|Its|Their)\b/
const CAN_CLOSE = /(?:etc|a\.m|p\.m|Inc|Ltd|Co|Corp|Jr|Sr|(?:[A-Z]\.)+[A-Z])\.$/

/** Sentences by Unicode rules, mended where an abbreviation or an open bracket cut one in two. Linear. */
export function splitSentences(passage: Passage): SentenceSpan[] {
  const merged: { start: number; end: number }[] = []
  for (const { segment, index } of SEGMENTER.segment(passage.text)) {
    const last = merged.at(-1)
    if (last && wronglyCut(passage.text, last, segment)) last.end = index + segment.length
    else merged.push({ start: index, end: index + segment.length })
  }
  return merged.map(({ start, end }) => ({ start, end: start + passage.text.slice(start, end).trimEnd().length }))
}

const TAIL = 40
const LONGEST_BRACKET = 400

function wronglyCut(text: string, last: SentenceSpan, next: string): boolean {
  const before = text.slice(Math.max(last.start, last.end - TAIL), last.end).trimEnd()
  if (/^[\p{Ll})\]]/u.test(next)) return true
  if (ABBREVIATION.test(before)) return !(CAN_CLOSE.test(before) && CLOSES_SENTENCE.test(next))
  return last.end - last.start < LONGEST_BRACKET && opensBracket(text.slice(last.start, last.end))
}

function opensBracket(sentence: string): boolean {
  const open = sentence.lastIndexOf('(')
  return open >= 0 && sentence.indexOf(')', open) < 0
}
