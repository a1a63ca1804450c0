import type { WrittenItem } from '../../lib/core/item/item'
import { numberValue } from '../../lib/core/language/english/numbers'

import type { Measured } from './documents'
import type { Found, Judge } from './failure'
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
