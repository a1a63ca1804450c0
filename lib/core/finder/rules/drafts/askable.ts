import { contentWords, sharesRoot } from '../../../language/english/content-words'
import { isSpecificNoun } from '../../../language/english/nouns'
import type { Claim } from '../claims/claim'
import { isTheme, type Pool } from '../distractors/pool'

const LONGEST = 6
const OWN = /\b(?:its|their|his|her)\b/i

/** An answer that says something by itself, and something else than what the whole text is about. Lists, dates and figures always do. */
export function isWorthAsking(claim: Claim, pool: Pool): boolean {
  const { fact, exact } = claim
  if (fact.members.length > 2 || claim.group !== null || claim.opposite !== null) return true
  if (exact) return !(fact.answer.match(/\b\d{4}\b/g) ?? []).some((year) => pool.title.includes(year))
  if (/^(?:thus|thereby|hence|which|that|as|by) /.test(fact.answer)) return false
  if (/, (?:and|or) /.test(fact.answer) && fact.members.length === 0) return false
  return !isTheme(pool, fact.answer) && !OWN.test(fact.answer) && !isUntold(claim) && !isTopicAgain(fact.answer, pool)
}

/** What the text is about is no answer: its definition is not asked from the other side. */
export const withoutTopicAsKey = (claim: Claim, pool: Pool): Claim =>
  claim.reverse !== null && isTopicAgain(claim.fact.subject, pool) ? { ...claim, reverse: null } : claim

/** "the landers", "the growth rings": what only the text before has told. */
const isUntold = ({ fact, leaning }: Claim): boolean =>
  THE_NOUN.test(fact.answer) ||
  (fact.answer.startsWith('the ') && leaning.includes(fact.answer.split(' ').at(-1) ?? ''))
const THE_NOUN = /^the \p{Ll}[\p{L}-]+$/u

/** "the tissue of the thyroid gland" under "The thyroid gland": the topic, with nothing beside it that tells much. */
function isTopicAgain(answer: string, { title }: Pool): boolean {
  const said = contentWords(answer)
  if (said.length > LONGEST) return false
  const titled = contentWords(title)
  const others = said.filter((word) => !titled.some((other) => word === other || sharesRoot(word, other)))
  if (others.length === said.length) return false
  const head = contentWords(answer.split(/ (?:of|in|for|to|from|with|by|on) /)[0] ?? '').at(-1) ?? ''
  return !others.includes(head) || !others.some((word) => isName(answer, word) || isSpecificNoun(word))
}

const isName = (answer: string, word: string): boolean =>
  answer.split(/[\s-]+/).some((one) => /^\p{Lu}/u.test(one) && one.toLowerCase().startsWith(word))
