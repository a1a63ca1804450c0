import { type Judge, objection } from './finding'

/** R13: a false statement differs from everything that the document says; a true–false item has one of the two keys. */
export const judgeFalsity: Judge = (item, context) => {
  if (item.type !== 'true-false') return []
  const key = item.key[0]
  if (item.key.length !== 1 || (key !== 'True' && key !== 'False')) return [objection('true-or-false')]
  if (key === 'False' && (context.sentences?.has(item.stem) ?? context.text.includes(item.stem.replace(/\.$/, ''))))
    return [objection('not-false')]
  return []
}
