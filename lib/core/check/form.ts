import { isArranged } from '../item/item'
import { type Judge, objection } from './finding'

const SHAPES: readonly { readonly name: string; readonly fits: (option: string) => boolean }[] = [
  { name: 'year', fits: (option) => /^\d{3,4}(?:\s?[–-]\s?\d{2,4})?$/.test(option) },
  { name: 'number', fits: (option) => /^[\d$€£]/.test(option) },
  { name: 'ing', fits: (option) => /^\p{L}+ing\b/iu.test(option) && / /.test(option) },
  { name: 'article', fits: (option) => /^(?:the|an?)\s/i.test(option) },
  { name: 'name', fits: (option) => /^(?:the )?\p{Lu}/u.test(option) },
]

/** R5: options share their form. An author's list may mix articles or names only if the key is not alone in it. */
export const judgeForm: Judge = (item) => {
  if (item.options.length < 3 || item.type === 'true-false' || isArranged(item.type)) return []
  return SHAPES.flatMap(({ name, fits }) => {
    const key = item.options.filter((option) => item.key.includes(option)).map(fits)
    const others = item.options.filter((option) => !item.key.includes(option)).map(fits)
    const alone = key.every((fit) => fit !== others[0]) && others.every((fit) => fit === others[0])
    return alone ? [objection(key[0] ? 'key-alone-in-form' : 'wrong-alike-in-form', { form: name })] : []
  })
}
