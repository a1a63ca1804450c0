import { valuesOf } from '../../lib/core/grading/response'
import { readItem, type WrittenItem } from '../../lib/core/item/item'
import { isQuestion, rightResponse } from '../../lib/core/question-types/registry'
import type { Measured } from './documents'
import type { Found, Judge } from './failure'
import { contentOf, saysInARow } from './words'

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
