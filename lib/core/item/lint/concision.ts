import { isArranged } from '../item'
import type { Judge } from './finding'
import { wordsOf } from './words'

const STEM_WORDS = { least: 5, most: 35 } as const
const OPTION_WORDS = 15
const LIST_OPTION_WORDS = 25

/** R12: one short idea, worded positively. */
export const judgeConcision: Judge = (item) => {
  const words = item.stem.split(/\s+/).length
  const found: string[] = []
  if (words < STEM_WORDS.least) found.push('The question is too short to say what it asks.')
  if (words > STEM_WORDS.most) found.push(`The question has ${words} words; ${STEM_WORDS.most} are enough.`)
  const listed = item.type === 'multiple' || isArranged(item.type) || /^Which of these\b/.test(item.stem)
  const limit = listed ? LIST_OPTION_WORDS : OPTION_WORDS
  const long = item.options.find((option) => wordsOf(option).length > limit)
  if (long) found.push(`An option has more than ${limit} words.`)
  if (/^(?:Which|What|Who)\b.*\b(?:not|except|never)\b/i.test(item.stem) && item.options.length > 0)
    found.push('A question with “not” or “except” tests reading, not knowledge.')
  return found
}
