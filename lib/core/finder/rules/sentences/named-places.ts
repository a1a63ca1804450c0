import type { Span } from '../../../document/document'
import { lowerAt, tagAt } from '../../../language/english/at'
import { nounPhraseEnd } from '../../../language/english/phrases'
import { textOf } from '../../../language/english/surface'
import type { Sentence } from './sentence'

/** Named places of a document by what they are: "region" → "the Central Asian region"; null once a second has been named. */
export type NamedPlaces = Map<string, { readonly phrase: string; readonly span: Span } | null>

const PLACE = /^(?:region|province|peninsula|valley|island|basin|district|county)$/

/** Where "the region" stands alone in a sentence, -1 where nothing would name it. */
export const placeAt = ({ tokens }: Sentence, places: NamedPlaces): number =>
  tokens.findIndex(
    ({ lower }, at) =>
      lower === 'the' &&
      places.has(lowerAt(tokens, at + 1)) &&
      nounPhraseEnd(tokens, at) === at + 2 &&
      !/^(?:of|that|which|where|between|around|in)$/.test(lowerAt(tokens, at + 2)),
  )

/** Keeps "the Central Asian region" of a sentence as what a later "the region" means. */
export function notePlaces({ tokens, text, span }: Sentence, places: NamedPlaces): void {
  for (const [at, { lower }] of tokens.entries()) {
    const end = nounPhraseEnd(tokens, at)
    const head = lowerAt(tokens, end - 1)
    if (lower !== 'the' || !PLACE.test(head) || end < at + 3 || tagAt(tokens, at + 1) !== 'PROPN') continue
    const phrase = textOf(text, tokens, { from: at, to: end }).replace(/^The/, 'the')
    const known = places.get(head)
    if (known === undefined) places.set(head, { phrase, span })
    else if (known?.phrase !== phrase) places.set(head, null)
  }
}
