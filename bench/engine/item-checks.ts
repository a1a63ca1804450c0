import { valuesOf } from '../../lib/core/grading/response'
import { readItem, type WrittenItem } from '../../lib/core/item/item'
import { numberValue } from '../../lib/core/language/english/numbers'
import { isQuestion, rightResponse } from '../../lib/core/question-types/registry'
import type { Measured } from './documents'
import { contentOf, saysInARow, wordsOf } from './words'

const STEM_WORDS = { least: 5, most: 35 }
const OPTION_WORDS = 15
const LONGER = 1.5
const SHORTER = 0.5
// Of one word or two, as names and numbers are, length tells nothing.
const SHORT = 12

/** R1, R6 and R12 as far as a machine tells them. */
export const judgeForm: Judge = (item, document) => [
  ...judgeKey(item, document),
  ...judgeLength(item),
  ...judgeWords(item, document),
]

function judgeKey({ type, key, stem, evidence, accepted, factIds }: WrittenItem, { generated }: Measured): Found {
  if (type === 'true-false' || type === 'ordering') return []
  const facts = generated.facts.filter(({ id }) => factIds.includes(id))
  const isDerived = facts.some(({ kind, answerSpan }) => kind === 'count' || answerSpan === null)
  const quoted = contentOf(evidence.map(({ quote }) => quote).join(' '))
  const stray = key.filter((entry, n) => {
    const ways = [entry, ...(accepted[n] ?? [])]
    return !ways.some((way) => [...contentOf(way.replaceAll('→', ' '))].every((word) => quoted.has(word)))
  })
  const isCounted = isDerived && stray.every((entry) => numberValue(entry) !== null)
  const said = type === 'matching' ? [] : key.filter((entry) => saysInARow(stem, entry))
  return [
    ...(isCounted ? [] : stray.map((entry) => ({ check: 'R1 key in the evidence', note: entry }))),
    ...said.map((entry) => ({ check: 'R6 key in the stem', note: `${entry}: ${stem}` })),
  ]
}

function judgeLength({ type, key, options }: WrittenItem): Found {
  const [right = ''] = key
  const lengths = options.filter((option) => option !== right).map(({ length }) => length)
  if (type !== 'choice' || lengths.length === 0 || right.length <= SHORT) return []
  const isOut = right.length > LONGER * Math.max(...lengths) || right.length < SHORTER * Math.min(...lengths)
  return isOut ? [{ check: 'R6 key stands out by length', note: `${right.length} beside ${lengths.join(', ')}` }] : []
}

function judgeWords({ stem, options, type, factIds }: WrittenItem, { generated }: Measured): Found {
  const words = wordsOf(stem).length + (stem.match(/_{3,}/g) ?? []).length
  const isList = generated.facts.some(({ id, kind }) => factIds.includes(id) && /^list/.test(kind))
  const long = type === 'choice' && !isList ? options.filter((option) => wordsOf(option).length > OPTION_WORDS) : []
  return [
    ...(words < STEM_WORDS.least || words > STEM_WORDS.most
      ? [{ check: 'R12 stem of 5–35 words', note: `${words}: ${stem}` }]
      : []),
    ...long.map((option) => ({ check: 'R12 options of at most 15 words', note: option })),
  ]
}

const NEVER = /^The text never mentions/
const SAYS_NEVER = /never (?:mentions|says|speaks)|not (?:mentioned|stated)/
// A number before others in a record is sorted there by the language, not by preference.
const LIKE_AN_INDEX = /^\d+$/

/** What the goal says of wrong options: unique, each with a true reason and, where the document speaks of it, the span. */
export const judgeOptions: Judge = (item, document) => {
  if (item.options.length === 0) return []
  return [...judgeSet(item), ...judgeReasons(item), ...judgeEvidence(item, document), ...judgeNever(item, document)]
}

/** Options that no key names; none where each is somebody's answer. */
export const wrongOptions = (item: WrittenItem): string[] => {
  if (item.type === 'true-false' || item.type === 'ordering') return []
  const right = new Set(rightOptions(item))
  return item.options.filter((option) => !right.has(option))
}

function rightOptions(item: WrittenItem): readonly string[] {
  const typed = readItem(item)
  return isQuestion(typed) ? valuesOf(rightResponse(typed)) : item.key
}

function judgeSet(item: WrittenItem): Found {
  const { type, key, options } = item
  const known = new Set(options)
  const plain = options.map((option) => option.normalize('NFKC').toLowerCase().trim())
  const twice = options.filter((_, n) => plain.indexOf(plain[n] ?? '') !== n)
  const outside = rightOptions(item).filter((entry) => !known.has(entry))
  const isTooMany = type === 'choice' && key.length !== 1
  const isAsKey = type === 'ordering' && options.join('\n') === key.join('\n')
  return [
    ...twice.map((option) => ({ check: 'options unique', note: option })),
    ...outside.map((entry) => ({ check: 'key among the options', note: entry })),
    ...(isTooMany ? [{ check: 'key among the options', note: `${key.length} keys of a choice` }] : []),
    ...(isAsKey ? [{ check: 'order is not given away', note: options[0] ?? '' }] : []),
  ]
}

function judgeReasons(item: WrittenItem): Found {
  const wrong = wrongOptions(item)
  const bare = wrong.filter((option) => !item.distractorReasons[option]?.trim())
  const stray = Object.keys(item.distractorReasons).filter((option) => !wrong.includes(option))
  return [
    ...bare.map((option) => ({ check: 'wrong option has a reason', note: option })),
    ...stray.map((option) => ({ check: 'reason of no wrong option', note: option })),
  ]
}

function judgeEvidence(item: WrittenItem, { generated }: Measured): Found {
  const { text } = generated.document
  return wrongOptions(item).flatMap((option) => {
    const span = item.distractorEvidence[option]
    if (!span) return saysInARow(text, bare(option)) ? [{ check: 'wrong option has its evidence', note: option }] : []
    const there = contentOf(text.slice(span.start, span.end))
    const words = [...contentOf(option)]
    const isThere = words.filter((word) => there.has(word)).length >= words.length / 2
    return isThere ? [] : [{ check: 'evidence speaks of the option', note: option }]
  })
}

/** "Not stated" alone is for what the document never says, and such options come after all others. */
function judgeNever(item: WrittenItem, { generated }: Measured): Found {
  const reasons = Object.entries(item.distractorReasons)
  const untrue = reasons.filter(
    ([option, reason]) => SAYS_NEVER.test(reason) && saysInARow(generated.document.text, bare(option)),
  )
  const inOrder = reasons.filter(([option]) => !LIKE_AN_INDEX.test(option))
  const first = inOrder.findIndex(([, reason]) => NEVER.test(reason))
  const isEarly = first >= 0 && inOrder.slice(first).some(([, reason]) => !NEVER.test(reason))
  return [
    ...untrue.map(([option]) => ({ check: '“never mentioned” is mentioned', note: option })),
    ...(isEarly ? [{ check: '“never mentioned” comes last', note: inOrder.map(([option]) => option).join('; ') }] : []),
  ]
}

const bare = (option: string): string => option.replace(/^(?:the|an?)\s+/i, '')

/** An item that fails what a machine can tell of the rubric. */
export type Failure = { readonly check: string; readonly itemId: string; readonly note: string }

/** What one check finds, of an item that is known. */
type Found = readonly Omit<Failure, 'itemId'>[]

export type Judge = (item: WrittenItem, document: Measured) => Found
