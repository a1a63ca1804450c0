import { rankOf } from '../../../language/english/lexicon'
import type { Range } from '../../../language/english/phrases'
import type { Token } from '../../../language/english/tagger'

const COMMON = 3500

/** How many words outside a range tell one statement from others: names, figures, and words that are not everybody's. */
export const anchorsIn = (tokens: readonly Token[], left: Range): number =>
  tokens.filter((token, at) => (at < left.from || at >= left.to) && isAnchor(token)).length

const isAnchor = ({ tag, lower }: Token): boolean =>
  tag === 'PROPN' || tag === 'NUM' || (/^(?:NOUN|ADJ|VERB)$/.test(tag) && rankOf(lower) > COMMON)
