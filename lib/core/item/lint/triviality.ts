import type { Judge } from './finding'
import { contentWords, wordsOf } from './words'

const LIGHT = new Set(
  'part role way ways thing things kind kinds type types form forms number numbers example examples case cases event events method methods area areas aspect aspects amount amounts lot process result results people time times place places fact facts other others one ones some many most several various different same first second last new such year years day days'.split(
    ' ',
  ),
)

/** R10: the key is no light word, not the topic, and not guessed from the question alone. */
export const judgeTriviality: Judge = (item, context) => {
  if (item.type === 'true-false') return []
  const title = new Set(contentWords(context.title))
  return item.key.flatMap((key) => {
    const content = contentWords(key)
    if (content.length === 0) return [`“${key}” says nothing by itself.`]
    if (wordsOf(key).every((word) => LIGHT.has(word) || word === 'the' || word === 'a'))
      return [`“${key}” is too general to be worth asking.`]
    if (content.every((word) => title.has(word))) return [`“${key}” is the topic itself: anyone can guess it.`]
    return []
  })
}
