import { lowerAt, tagAt } from '../../../language/english/at'
import { isPlural, nounKind } from '../../../language/english/lexicon'
import type { Range } from '../../../language/english/phrases'
import type { Token } from '../../../language/english/tagger'

/** "by leaching potash": a verb and its object. */
const isAct = (tokens: readonly Token[], from: number): boolean =>
  lowerAt(tokens, from).endsWith('ing') && !/^(?:DET|ADJ)$/.test(tagAt(tokens, from - 1))

/** "mixtures such as _____": another example would do. */
const isExample = (tokens: readonly Token[], from: number): boolean =>
  /^(?:as|like|including|e\.g\.)$/.test(lowerAt(tokens, from - 1)) &&
  (lowerAt(tokens, from - 2) === 'such' || lowerAt(tokens, from - 1) !== 'as')

/** "microbiologists", "participants": who else would it be? */
const isPeople = (word: string): boolean => isPlural(word) && nounKind(word) === 'person'

/** "the center | of mass": half of a longer term; "further innovations": what came before is left out. */
export const isPart = (tokens: readonly Token[], { from, to }: Range): boolean =>
  isAct(tokens, from) ||
  isExample(tokens, from) ||
  isPeople(lowerAt(tokens, to - 1)) ||
  lowerAt(tokens, to) === 'of' ||
  /^(?:further|additional|other|new|more|such|similar|various|different|certain)$/.test(lowerAt(tokens, from))

/** "four examples of _____": the class could be said in other words. */
export const isCategory = (tokens: readonly Token[], { from }: Range): boolean =>
  lowerAt(tokens, from - 1) === 'of' &&
  /^(?:examples?|types?|kinds?|forms?|numbers?|groups?|sets?|lack|uses?|subjects?|majority|amounts?|variety|range|series)$/.test(
    lowerAt(tokens, from - 2),
  )
