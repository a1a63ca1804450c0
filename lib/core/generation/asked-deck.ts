import { meaningfulWords, shareIn } from '../check/words-of-languages'
import type { StructuredDocument } from '../document/document'
import type { Fact } from '../fact/fact'
import { foldText, saysWords } from '../grading/tokenise'
import type { WrittenItem } from '../item/item'
import { jaccard } from '../language/english/content-words'
import { type ItemType, isArrangement, isStatement } from '../question-types/registry'
import { GAP } from '../shared/gap-placeholder'
import { type NumberedSentence, sentencesToAsk } from './sentences-to-ask'

/** An item that the deck asks already. */
type Asked = {
  readonly stem: string
  readonly key: readonly string[]
  readonly type: ItemType
  readonly factIds: readonly string[]
}

/** What the deck has, by what drafts are compared with. */
export type AskedDeck = {
  readonly document: StructuredDocument
  readonly sentences: readonly NumberedSentence[]
  /** Facts by the start of their proof. */
  readonly factsAt: Map<number, Fact[]>
  readonly known: Set<string>
  readonly byStem: Map<string, Asked>
  readonly byFact: Map<string, Asked[]>
  readonly byKey: Map<string, Asked[]>
}

export function readDeck(document: StructuredDocument): AskedDeck {
  return {
    document,
    sentences: sentencesToAsk(document),
    factsAt: new Map(),
    known: new Set(),
    byStem: new Map(),
    byFact: new Map(),
    byKey: new Map(),
  }
}

export function addFact(fact: Fact, { factsAt, known }: AskedDeck): void {
  known.add(fact.id)
  for (const { start } of fact.spans) push(factsAt, start, fact)
}

export function addAsked({ stem, key, type, factIds }: WrittenItem, { byStem, byFact, byKey }: AskedDeck): void {
  const asked: Asked = { stem, key, type, factIds }
  byStem.set(foldText(asked.stem), asked)
  for (const id of asked.factIds) push(byFact, id, asked)
  push(byKey, foldText(asked.key.join(' ')), asked)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const row = map.get(key)
  if (row) row.push(value)
  else map.set(key, [value])
}

/** Types that ask a fact in the same way: one of each is enough. */
const WAYS: readonly (readonly ItemType[])[] = [
  ['choice'],
  ['multiple'],
  ['true-false'],
  ['cloze', 'gaps'],
  ['flashcard'],
  ['short-answer', 'numeric'],
  ['matching'],
  ['ordering'],
]
const RECALLED: ReadonlySet<ItemType> = new Set(['flashcard', 'short-answer', 'numeric'])

type Way = Pick<Asked, 'type' | 'stem'>

/** A sentence with a gap, which the rules write as a card or a typed answer too, is another way to recall than a question. */
const isSameWay = (one: Way, twin: Way): boolean =>
  WAYS.some((types) => types.includes(one.type) && types.includes(twin.type)) &&
  (!RECALLED.has(one.type) || one.stem.includes(GAP) === twin.stem.includes(GAP))

/** Asked in the same way, or on a card and typed in nearly the same words. */
const isRepeated = (one: Way, twin: Way): boolean =>
  isSameWay(one, twin) || (RECALLED.has(one.type) && RECALLED.has(twin.type) && jaccard(one.stem, twin.stem) >= NEARLY)

const NEARLY = 0.8
const MUCH = 0.6

type Repetition = { readonly code: 'same-question' | 'answers-another'; readonly stem: string }

/** What of the deck a new item repeats: the same fact asked in the same way, the same words, or another's question with its answer. */
export function repetitionOf(item: WrittenItem, deck: AskedDeck): Repetition | null {
  const same = sameWords(item, deck) ?? sameWay(item, deck)
  if (same) return { code: 'same-question', stem: same.stem }
  if (isStatement(item.type) || isArrangement(item.type)) return null
  const alike = sameAnswer(item, deck)
  if (alike) return { code: 'same-question', stem: alike.stem }
  const answered = answeredBy(item, deck)
  return answered ? { code: 'answers-another', stem: answered.stem } : null
}

/** One stem may be asked in two ways, as a choice and typed; not with two answers. */
function sameWords({ stem, type, key }: WrittenItem, { byStem }: AskedDeck): Asked | undefined {
  const twin = byStem.get(foldText(stem))
  return twin && (isRepeated(twin, { type, stem }) || foldText(twin.key.join(' ')) !== foldText(key.join(' ')))
    ? twin
    : undefined
}

/** The same fact asked in the same way; arrangements and other items of a fact stand beside each other. */
function sameWay(item: WrittenItem, { byFact }: AskedDeck): Asked | undefined {
  const together = item.factIds.flatMap((id) => byFact.get(id) ?? [])
  return together.find((asked) => isRepeated(asked, item))
}

function sameAnswer(item: WrittenItem, { byKey }: AskedDeck): Asked | undefined {
  const { stem, key } = item
  const answered = byKey.get(foldText(key.join(' '))) ?? []
  const isAlike = (asked: Asked) => jaccard(asked.stem, stem) >= (isSameWay(asked, item) ? MUCH : NEARLY)
  return answered.find((asked) => isAlike(asked) && !asksSameFact(item, asked))
}

/** Its stem says the answer to another question of its sentence, or one of their stems its own answer. */
export function tellsAnswer(item: WrittenItem, deck: AskedDeck): boolean {
  return askedNear(item, deck).some(
    (asked) => !asksSameFact(item, asked) && (saysAnswer(item, asked) || saysAnswer(asked, item)),
  )
}

/** What the deck asks of the sentences that prove an item. */
const askedNear = ({ evidence }: WrittenItem, { factsAt, byFact }: AskedDeck): readonly Asked[] =>
  evidence.flatMap(({ start }) => factsAt.get(start) ?? []).flatMap(({ id }) => byFact.get(id) ?? [])

const asksSameFact = ({ factIds }: Pick<Asked, 'factIds'>, asked: Asked): boolean =>
  factIds.some((id) => asked.factIds.includes(id))

const saysAnswer = (seen: Pick<Asked, 'stem'>, { type, key }: Pick<Asked, 'type' | 'key'>): boolean =>
  !isStatement(type) && !isArrangement(type) && key.every((entry) => saysWords(seen.stem, entry))

/** A question of the same sentence, asked in the same way, whose answer stands in this stem with most of its words. */
function answeredBy(item: WrittenItem, deck: AskedDeck): Asked | undefined {
  const answers = (seen: Pick<Asked, 'stem'>, asked: Pick<Asked, 'stem' | 'type' | 'key'>) =>
    saysAnswer(seen, asked) && shareIn(meaningfulWords(asked.stem), meaningfulWords(seen.stem)) >= NEARLY
  return askedNear(item, deck).find(
    (asked) => isSameWay(asked, item) && !asksSameFact(item, asked) && answers(item, asked) && answers(asked, item),
  )
}
