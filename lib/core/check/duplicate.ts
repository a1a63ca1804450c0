import { jaccard } from '../language/english/content-words'
import { type Judge, objection } from './finding'

const SAME = 0.8

/** R14: no other item asks in nearly the same words. */
export const judgeDuplicate: Judge = (item, context) => {
  const twin = context.stems.find((stem) => jaccard(stem, item.stem) >= SAME)
  return twin === undefined ? [] : [objection('asks-the-same', { stem: twin })]
}
