import { isArranged } from '../item/item'
import { STEM_WORDS } from '../item/label'
import { wordsOf } from '../language/english/content-words'
import { type Judge, type Objection, objection } from './finding'

const OPTION_WORDS = 15
const LIST_OPTION_WORDS = 25

/** R12: one short idea, worded positively. */
export const judgeConcision: Judge = (item) => {
  const words = item.stem.split(/\s+/).length
  const found: Objection[] = []
  if (words < STEM_WORDS.least) found.push(objection('too-short'))
  if (words > STEM_WORDS.most) found.push(objection('too-long', { words, most: STEM_WORDS.most }))
  const listed = item.type === 'multiple' || isArranged(item.type) || /^Which of these\b/.test(item.stem)
  const limit = listed ? LIST_OPTION_WORDS : OPTION_WORDS
  const long = item.options.find((option) => wordsOf(option).length > limit)
  if (long) found.push(objection('option-too-long', { most: limit }))
  if (/^(?:Which|What|Who)\b.*\b(?:not|except|never)\b/i.test(item.stem) && item.options.length > 0)
    found.push(objection('negative'))
  return found
}
