import { checkItem } from '../../../check/check-item'
import { type CheckFinding, type Finding, finding } from '../../../check/check-result'
import { withoutHint } from '../../../item/hint'
import type { WrittenItem } from '../../../item/item'
import { jaccard } from '../../../language/english/content-words'
import { nounKind } from '../../../language/english/lexicon'
import type { ItemType } from '../../../question-types/registry'
import type { Claim } from '../claims/claim'
import { type Alternatives, shareOf } from '../drafts/competing-drafts'
import { type Draft, makeItem } from '../drafts/draft'
import { scoreOf, untold } from '../score'
import { countRefusal, type GenerationState, refuseSentence, type ScoredItem } from './generation-state'

/** Of each set of alternatives the best is taken, if it asks something that no other item of its evidence asks or tells. */
export function selectItems(alternatives: readonly Alternatives[], state: GenerationState): void {
  const taken: WrittenItem[] = []
  const scoreOnce = eachOnce((draft: Draft) => scoreDraft(draft, state))
  for (const { drafts, separate } of alternatives) {
    const apart = drafts.filter((draft) => !separate || taken.every((item) => areApart(item, draft)))
    const tried = apart.flatMap(scoreOnce).filter(({ item }) => !isAskedAgain(item, state))
    const best = bestOf(tried, separate ? LEAST_SCORE_OF_SECOND : LEAST_SCORE, state)
    if (best) taken.push(best.item)
    if (best) addItem(best, state)
  }
}

/** Computes the result of a draft once, even if several alternatives have it. */
function eachOnce<K extends object, T>(find: (thing: K) => T): (thing: K) => T {
  const found = new Map<K, T>()
  return (thing) => {
    const result = found.get(thing) ?? find(thing)
    found.set(thing, result)
    return result
  }
}

/**
 * A card may ask another part of the sentence that a question asks, because they are not shown together; two questions would
 * answer each other. Nothing is asked twice in nearly the same words.
 */
const areApart = (item: WrittenItem, draft: Draft): boolean =>
  (item.type === 'flashcard') !== (draft.type === 'flashcard') &&
  !draft.key.some((key) => item.key.includes(key)) &&
  jaccard(withoutHint(item.stem), withoutHint(draft.stem)) < SAME_WORDS
const SAME_WORDS = 0.8

/** The same answer to much the same words: a text may say a thing in its opening and again in its body. */
const isAskedAgain = (item: WrittenItem, { stemsByAnswers }: GenerationState): boolean =>
  (stemsByAnswers.get(answersOf(item)) ?? []).some(
    (stem) => jaccard(withoutHint(stem), withoutHint(item.stem)) >= SAME_QUESTION,
  )

const SAME_QUESTION = 0.4
// A limit, so that selection stays linear.
const MOST_STEMS = 16

const answersOf = ({ key }: WrittenItem): string => key.join('\n').toLowerCase()

/** The highest score, where a type counts the less the more of its share it has. */
function bestOf(tried: readonly ScoredItem[], least: number, state: GenerationState): ScoredItem | undefined {
  const worth = ({ item, score, doubts }: ScoredItem) =>
    score - BALANCE * Math.min(MOST_OVER, shareUsed(item.type, state)) - DOUBT * doubts.length
  return tried.filter(({ score }) => score >= least).sort((a, b) => worth(b) - worth(a))[0]
}
const BALANCE = 0.12
const MOST_OVER = 2
const DOUBT = 0.15
// What is below is dull; what a sentence says besides its best is dull more often.
const LEAST_SCORE = 0.35
const LEAST_SCORE_OF_SECOND = 0.45

/** How much of its share a type has used: 1 when it has just that. */
const shareUsed = (type: ItemType, { typeCounts }: GenerationState): number =>
  (typeCounts.get(type) ?? 0) / (shareOf(type) * (sum(typeCounts) + 1))

const sum = (counts: ReadonlyMap<ItemType, number>): number =>
  [...counts.values()].reduce((all, count) => all + count, 0)

/** The item of a draft with its score; none where a check objects, which is counted. */
export function scoreDraft(draft: Draft, state: GenerationState): ScoredItem[] {
  const { claim } = draft
  const item = makeItem(draft, state.context.text, state.aliases)
  const [fault] = state.stems.has(item.stem) ? [REPEATED] : checkItem(item, state.context)
  if (fault) {
    countRefusal(fault.check, state)
    refuseSentence(claim, fault, state)
    return []
  }
  const score = scoreOf(item, claim, state.scoreContext)
  return [{ item, claim, score, doubts: [...claim.doubts, ...doubtsOf(item, claim)] }]
}
const REPEATED: CheckFinding = { check: 'R14', code: 'repeated-question', values: { stem: '' } }

/** What only the author can tell: who or what a "the" of the past means. */
function doubtsOf({ stem }: WrittenItem, claim: Claim): Finding[] {
  const isPast = /\b(?:was|were|had|did)\b|\b\p{Ll}{3,}ed\b/u.test(withoutHint(stem))
  const single = untold(claim, stem).find((noun) => SINGLE.test(nounKind(noun) ?? ''))
  return isPast && single && claim.fact.kind !== 'definition'
    ? [finding('depends-on-context', { word: `the ${single}` })]
    : []
}
const SINGLE = /^(?:person|group|act|event|abstract|place|object)$/

function addItem(scored: ScoredItem, { items, typeCounts, stems, stemsByAnswers }: GenerationState): void {
  const { doubts, item } = scored
  const tier = doubts.length > 0 ? 'B' : 'A'
  items.push({ ...scored, item: { ...item, tier } })
  stems.add(item.stem)
  stemsByAnswers.set(answersOf(item), [...(stemsByAnswers.get(answersOf(item)) ?? []), item.stem].slice(-MOST_STEMS))
  if (tier === 'A') typeCounts.set(item.type, (typeCounts.get(item.type) ?? 0) + 1)
}
