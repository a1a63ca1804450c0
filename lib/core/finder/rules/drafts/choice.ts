import { seedOf, shuffled } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import { distractorsFor } from '../distractors/distractors'
import type { Pool } from '../distractors/pool'
import { type Distractor, distractorsOfList, namesOfSameClass } from '../distractors/text-distractors'
import type { Draft } from './draft'

const WRONG_OPTIONS = 3

/** Which of the options is in the list. */
export const memberChoice = (claim: Claim, pool: Pool): Draft[] =>
  claim.list ? choiceOf(claim, claim.list.ask, claim.fact.answer, () => distractorsFor(claim, pool)) : []

/** One right option among three refutable ones; nothing when fewer than three can be had. */
export function choiceOf(claim: Claim, stem: string, key: string, find: () => readonly Distractor[]): Draft[] {
  // "the fifth of _____ children": fewer would be absurd.
  if (/(?:second|third|\p{Ll}+th) of _/u.test(stem)) return []
  const wrong = find()
    .filter(({ text }) => fitsArticle(stem, key, text))
    .slice(0, WRONG_OPTIONS)
  return wrong.length < WRONG_OPTIONS
    ? []
    : [{ type: 'choice', claim, stem, key: [key], ...mixed([key], wrong, claim) }]
}

/** Options in seeded order, with why the wrong ones are wrong and where the text speaks of them. */
function mixed(key: readonly string[], wrong: readonly Distractor[], claim: Claim) {
  const options = shuffled([...key, ...wrong.map(({ text }) => text)].sort(), seedOf(claim.fact.id))
  return {
    options,
    reasons: Object.fromEntries(wrong.map(({ text, reason }) => [text, reason])),
    distractorEvidence: Object.fromEntries(wrong.flatMap(({ text, span }) => (span ? [[text, span]] : []))),
  }
}

/** "a _____% tax": 88 would want "an". */
const fitsArticle = (stem: string, key: string, option: string): boolean =>
  (!/\ban? _/i.test(stem) || startsWithVowel(key) === startsWithVowel(option)) &&
  !(/\bthe _/i.test(stem) && BARE.test(option) && !BARE.test(key))

// "the Gulf of Mexico", and no "the Lake Superior".
const BARE = /^(?:Lake|Mount|Cape|Fort|Saint|St\.?|King|Queen|Pope|Sir) /
const startsWithVowel = (text: string): boolean => /^(?:[aeio]|8|11\b|18\b)/i.test(text)

const MOST_KEYS = 5
const FEWEST_WRONG = 2
const MOST_WRONG = 3

/** All members of a list among members of a rival list, or among names of the same type. */
export function multiple(claim: Claim, pool: Pool): Draft[] {
  const { members, open } = claim.fact
  if (claim.multiple === null || open || members.length < 2 || members.length > MOST_KEYS) return []
  const wrong: Distractor[] =
    claim.answerType === 'list' ? distractorsOfList(claim, pool) : namesOfSameClass(claim, pool)
  if (wrong.length < FEWEST_WRONG) return []
  return [
    {
      type: 'multiple',
      claim,
      stem: claim.multiple,
      key: members,
      ...mixed(members, wrong.slice(0, MOST_WRONG), claim),
    },
  ]
}
