import { contentWords, sharesRoot } from '../../../language/english/content-words'
import { seedOf, shuffled } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import type { Pool } from '../distractors/distractor-pool'
import type { Draft } from './draft'

const FEWEST_PAIRS = 3
const MOST_PAIRS = 5
const LONGEST_SIDE = 24

/** Terms that a section defines, to be matched with what the text says of them. */
export function matchings(claims: readonly Claim[]): Draft[] {
  const defined = unique(claims.filter(isDefinition)).filter(
    ({ answerClass }, _, all) => isPlural(answerClass) === isPlural(all[0]?.answerClass ?? ''),
  )
  const drafts: Draft[] = []
  for (let from = 0; from + FEWEST_PAIRS <= defined.length; from += MOST_PAIRS) {
    const pairs = defined.slice(from, from + MOST_PAIRS)
    if (pairs.length >= FEWEST_PAIRS) drafts.push(matchingOf(pairs))
  }
  return drafts
}

/** A definition that does not say its own term. */
function isDefinition({ fact, answerType, question, doubts }: Claim): boolean {
  if (
    answerType !== 'definition' ||
    question === null ||
    doubts.length > 0 ||
    fact.answer.split(' ').length > LONGEST_SIDE
  )
    return false
  const said = contentWords(fact.answer)
  return !contentWords(fact.subject).some((word) => said.some((stated) => sharesRoot(word, stated)))
}

/** One plural among singulars would be matched by its form. */
const isPlural = (answerClass: string): boolean => answerClass.startsWith('definition plural')

function unique(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>()
  return claims.filter(({ fact }) => {
    const sides = [fact.subject, fact.answer].map((side) => side.toLowerCase())
    const fresh = sides.every((side) => !seen.has(side))
    if (fresh) for (const side of sides) seen.add(side)
    return fresh
  })
}

function matchingOf(pairs: readonly Claim[]): Draft {
  const [first] = pairs as [Claim]
  return {
    type: 'matching',
    claim: first,
    stem: 'Match each term with what the text says it is.',
    key: pairs.map(({ fact }) => `${fact.subject} → ${fact.answer}`),
    options: shuffled(pairs.map(({ fact }) => fact.answer).sort(), seedOf(first.fact.id)),
    factIds: pairs.map(({ fact }) => fact.id),
    spans: pairs.flatMap(({ fact }) => fact.spans.slice(0, 1)),
    explanation: pairs.map(({ fact }) => fact.statement).join(' '),
  }
}

const MOST_ENTRIES = 4
const FEWEST_ENTRIES = 3
const LONGEST_ENTRY = 18
const SHORTEST_ENTRY = 4

/** Dated events of one section to be put in the order of time, four at a time; each event stands in one question. */
export function orderings(claims: readonly Claim[], { text }: Pool): Draft[] {
  const events = separate(claims.filter(isEvent))
  const drafts: Draft[] = []
  for (let from = 0; from + FEWEST_ENTRIES <= events.length; from += MOST_ENTRIES) {
    const inTime = [...events.slice(from, from + MOST_ENTRIES)].sort((a, b) => yearOf(a) - yearOf(b))
    drafts.push(orderingOf(inTime, text))
  }
  return drafts
}

/** The one year of a date; NaN where there is none, or two. */
const yearOf = ({ fact }: Claim): number => {
  const years = fact.answer.match(/\b(?:1\d{3}|20\d{2})\b/g) ?? []
  return years.length === 1 && !/s$|century/.test(fact.answer) ? Number(years[0]) : Number.NaN
}

/** A year, and what happened in a few words without another date or an unresolved reference. */
function isEvent(claim: Claim): boolean {
  const { event, doubts } = claim
  if (event === null || doubts.length > 0 || Number.isNaN(yearOf(claim))) return false
  const words = event.split(' ').length
  return (
    words >= SHORTEST_ENTRY &&
    words <= LONGEST_ENTRY &&
    !/\d{3,}|\b(?:then|later|after|before|until|again|new|current)\b/i.test(event)
  )
}

/** One event a year, each said in other words: of two in one year neither is the earlier. */
function separate(events: readonly Claim[]): Claim[] {
  const seen = new Set<number | string>()
  return events.filter((claim) => {
    const keys = [yearOf(claim), claim.event?.toLowerCase() ?? '']
    const fresh = keys.every((key) => !seen.has(key))
    if (fresh) for (const key of keys) seen.add(key)
    return fresh
  })
}

function orderingOf(inTime: readonly Claim[], text: string): Draft {
  const [first] = inTime as [Claim]
  const key = inTime.map(({ event }) => event ?? '')
  const spans = inTime.map(({ fact }) => fact.spans[0] ?? { start: 0, end: text.length })
  return {
    type: 'ordering',
    claim: first,
    stem: 'Put the events in the order of time, the earliest first.',
    key,
    options: mixedUp(key, first.fact.id),
    factIds: inTime.map(({ fact }) => fact.id),
    spans,
    explanation: inTime.map(({ fact, event }) => `${fact.answer}: ${event}`).join(' '),
  }
}

/** Never in the right order. */
function mixedUp(key: readonly string[], id: string): string[] {
  const options = shuffled([...key].sort(), seedOf(id))
  return options.every((option, n) => option === key[n]) ? [...options.slice(1), ...options.slice(0, 1)] : options
}
