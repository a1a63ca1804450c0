import { wordsOf } from '../language/english/content-words'
import { type Judge, objection } from './finding'

// Words that restrict a claim: a stem that drops one says something else.
const RESTRICTING = new Set(
  'not no never nor neither hardly rarely seldom only unless without except may might could would should perhaps probably possibly likely unlikely often usually sometimes generally typically mostly mainly partly nearly almost about approximately around roughly if although though despite alleged allegedly reportedly supposedly claimed'.split(
    ' ',
  ),
)

/** R9: nothing that restricts the claim was cut on the way from the proof to the question. */
export const judgeMeaning: Judge = (item) => {
  if (item.type === 'true-false') return []
  const kept = new Set(wordsOf([item.stem, ...item.key, item.explanation].join(' ')))
  const first = item.evidence[0]?.quote ?? ''
  const lost = wordsOf(first).find((word) => RESTRICTING.has(word) && !kept.has(word))
  return lost ? [objection('left-out', { word: lost })] : []
}
