import { checkItem } from '../../../check/check-item'
import type { CheckContext, CheckId } from '../../../check/check-result'
import { withoutHint } from '../../../item/hint'
import type { Tier, WrittenItem } from '../../../item/item'
import { contentWords, jaccard, sharesRoot } from '../../../language/english/content-words'
import { type ItemType, isArrangement, isStatement } from '../../../question-types/registry'
import type { Claim } from '../claims/claim'
import { type Alternatives, shareUsed } from '../drafts/competing-drafts'
import { type Draft, makeItem } from '../drafts/draft'
import { featuresOf, placeFeatures } from '../score/features'
import { REVIEW_THRESHOLD, scoreOfFeatures, thresholdOf, worstCheck } from '../score/score'
import { countRefusal, type GenerationState, withLabel } from './generation-state'

/**
 * Of alternatives with the same evidence, the ones with the highest score are shown. If none of a sentence reaches its threshold,
 * the best of all is kept for the author to review; of a list, the best of each.
 */
export function selectItems(alternatives: readonly Alternatives[], state: GenerationState): void {
  const asked: ScoredItem[] = []
  const belowThreshold: ScoredItem[] = []
  const recent = state.items.slice(-NEAR)
  const scoreOnce = eachOnce((draft: Draft) => scoreDraft(draft, state))
  const repeated = new Set<ScoredItem>()
  for (const { drafts, separate } of alternatives) {
    const open = drafts.filter(
      (draft) =>
        (!separate || asked.every(({ item }) => areApart(item, draft))) &&
        (draft.claim.group !== null || recent.every((item) => !isOfSameSentence(item, draft) || areApart(item, draft))),
    )
    const tried = open.flatMap(scoreOnce).filter((candidate) => !isRepeated(candidate, repeated, state))
    const shown = bestShown(tried, state)
    if (shown) {
      addItem(shown, 'A', state)
      asked.push(shown)
    } else if (tried[0]?.claim.group) keepForReview(tried, state)
    else belowThreshold.push(...tried)
  }
  if (asked.length === 0) keepForReview(belowThreshold, state)
}

/** A repeated question is counted once, even if it belongs to several alternatives. */
function isRepeated(candidate: ScoredItem, repeated: Set<ScoredItem>, state: GenerationState): boolean {
  if (!isAskedAgain(candidate.item, state)) return false
  if (!repeated.has(candidate)) countRefusal('R14', state)
  repeated.add(candidate)
  return true
}

/** The same answer to much the same words: a text may say a thing in its opening and again in its body. */
const isAskedAgain = (item: WrittenItem, { stemsByAnswers }: GenerationState): boolean =>
  !isStatement(item.type) &&
  (stemsByAnswers.get(answersOf(item)) ?? []).some((stem) => isSameQuestion(withoutHint(stem), withoutHint(item.stem)))
const isSameQuestion = (left: string, right: string): boolean =>
  jaccard(left, right) >= SAME_QUESTION || saysHalfOf(contentWords(left), contentWords(right))
const SAME_QUESTION = 0.4

/** "Stuart graduated 13th in his class" and "Stuart graduated from West Point": the shorter is half in the longer. */
const saysHalfOf = (left: readonly string[], right: readonly string[]): boolean => {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  const shared = short.filter((word) => long.some((twin) => twin === word || sharesRoot(twin, word)))
  return shared.length >= 2 && shared.length >= short.length / 2
}
// A limit, so that selection stays linear.
const MOST_STEMS = 16

const answersOf = ({ key }: WrittenItem): string => key.join('\n').toLowerCase()

// The items of a sentence's other clauses come right after those of its main clause.
const NEAR = 3

const isOfSameSentence = ({ evidence }: WrittenItem, { claim }: Draft): boolean =>
  evidence[0]?.start === claim.fact.spans[0]?.start

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

/** Keeps the best for the author to review. If its score is too low, each is counted by the check that lowers it most. */
function keepForReview(tried: readonly ScoredItem[], state: GenerationState): void {
  const [best] = [...tried].sort((a, b) => b.score - a.score)
  if (!best) return
  if (best.score >= REVIEW_THRESHOLD) addItem(best, 'B', state)
  else for (const { features } of tried) countRefusal(worstCheck(features), state)
}

/** An item that passes every check, and how likely a reader accepts it. */
export type ScoredItem = {
  readonly item: WrittenItem
  readonly claim: Claim
  readonly features: readonly string[]
  readonly score: number
}

/** Counts a draft that fails a check by its first fault. */
export function scoreDraft(draft: Draft, state: GenerationState): ScoredItem[] {
  const both = withOpposite(draft, state)
  const item = balancedStatement(both, state.statementCounts)
  const fault = state.stems.has(uniqueTextOf(item)) ? 'R14' : firstFault(both, state.context)
  if (fault) {
    countRefusal(fault, state)
    return []
  }
  // There are too few verdicts on arrangements and lists to learn from; they are selected by their form alone.
  if (isArrangement(item.type) || draft.claim.group !== null)
    return [{ item, claim: draft.claim, features: [], score: draft.claim.isCertain ? 1 : REVIEW_THRESHOLD }]
  const features = [
    ...featuresOf(item, draft.claim, state.featureContext),
    ...placeFeatures(item, state.context.text),
    ...labelFeatures(item, state),
  ]
  return [{ item, claim: draft.claim, features, score: scoreOfFeatures(features) }]
}

const labelFeatures = (item: WrittenItem, state: GenerationState): string[] =>
  withLabel(item, state).stem === item.stem ? [] : ['labelled']

/** Of the items above their threshold, the type farthest behind its share, then the highest score. No type gets much more than a third. */
function bestShown(tried: readonly ScoredItem[], state: GenerationState): ScoredItem | undefined {
  const wanted = tried.filter(
    ({ item, claim, score, features }) =>
      score >= thresholdOf(features) &&
      // A whole list may exceed the share of its type.
      (claim.fact.members.length > 0 || !isFull(item.type, state)) &&
      !NEVER_SURE.some((feature) => features.includes(feature)),
  )
  return wanted.sort(
    (a, b) => shareUsed(a.item.type, state.typeCounts) - shareUsed(b.item.type, state.typeCounts) || b.score - a.score,
  )[0]
}

// An unresolved "the fortress", or half of the answer in the stem: readers accepted only four in seven of these at any score.
const NEVER_SURE = ['unresolved', 'answer-rooted']

/** No type is much more than a third of a deck. */
function isFull(type: ItemType, { typeCounts }: GenerationState): boolean {
  const all = [...typeCounts.values()].reduce((sum, count) => sum + count, 0)
  return all >= FEW && (typeCounts.get(type) ?? 0) >= MOST_OF_ONE * all
}
const MOST_OF_ONE = 0.4
const FEW = 8

/** The item of a draft, and of a statement to judge its opposite's. */
const withOpposite = (
  draft: Draft,
  { context, aliases }: GenerationState,
): readonly [WrittenItem, ...WrittenItem[]] => [
  makeItem(draft, context.text, aliases),
  ...(draft.opposite ? [makeItem(draft.opposite, context.text, aliases)] : []),
]

const MOST_AHEAD = 2

/** The seed decides whether a statement is true, unless one of the answers is too frequent in this document. */
function balancedStatement(
  [mine, right = mine]: readonly [WrittenItem, ...WrittenItem[]],
  judged: ReadonlyMap<string, number>,
): WrittenItem {
  const ahead = (judged.get(answerOf(mine)) ?? 0) - (judged.get(answerOf(right)) ?? 0)
  return ahead >= MOST_AHEAD ? right : mine
}

const answerOf = ({ key: [answer = ''] }: WrittenItem): string => answer

/** What must be unique among the items: the stem; of an arrangement, its entries. */
const uniqueTextOf = ({ type, stem, key }: WrittenItem): string => (isArrangement(type) ? key.join() : stem)

/** The first check that fails, of a statement to judge its own or its opposite's. */
const firstFault = (items: readonly WrittenItem[], context: CheckContext): CheckId | undefined =>
  items.flatMap((item) => checkItem(item, context))[0]?.check

function addItem(
  { item }: ScoredItem,
  tier: Tier,
  { items, statementCounts, typeCounts, stems, stemsByAnswers }: GenerationState,
): void {
  items.push({ ...item, tier })
  stems.add(uniqueTextOf(item))
  stemsByAnswers.set(answersOf(item), [...(stemsByAnswers.get(answersOf(item)) ?? []), item.stem].slice(-MOST_STEMS))
  if (tier === 'A') typeCounts.set(item.type, (typeCounts.get(item.type) ?? 0) + 1)
  if (item.type === 'true-false') statementCounts.set(answerOf(item), (statementCounts.get(answerOf(item)) ?? 0) + 1)
}
