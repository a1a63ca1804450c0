import { rankOf } from '../../../language/english/lexicon'
import type { Claim } from '../claims/claim'

// Words that a text on any subject may hold say nothing of this one.
const COMMON = 4000
const FEWEST_ANCHORS = 2
const LONGEST_ANSWER = 10

/** Wh-words that ask for one kind of thing, and so have one answer: when, where, who, how many, what it is called. */
const EXACT =
  /^(?:(?:.{2,60}, )?(?:in what year|when|since when|where|how many|why|for the sake of what|to whom|by what means)\b|(?:which|what) (?:country|countries|organization|organizations|term|two|three|four)\b|what other name does the text give .+|what (?:does|do) “.+” stand for|how does the text define|what is .+ (?:called|known as|named|referred to as)\?$|what are .+ (?:called|known as|named|referred to as)\?$)/i

/** True when a question has, by its words, one answer of the document's own; "What did the club present?" has many. */
export function isUnambiguousQuestion({ question, fact }: Claim): boolean {
  if (question === null) return false
  if (fact.members.length > 2 || fact.kind === 'count' || EXACT.test(question)) return true
  if (fact.members.length > 0) return isAnchored(question)
  const plain = !/\b(?:to \p{Ll}+|which|that|who|because|when|while|if)\b/u.test(fact.answer)
  if (!plain || !isSpecial(fact.answer) || wordsOf(fact.answer).length > LONGEST_ANSWER) return false
  if (/^(?:.{2,60}, )?who\b/i.test(question)) return /\p{Lu}/u.test(fact.answer) && isAnchored(question)
  return /^What did /.test(question) && isPlaced(question)
}

/** "What did Fleming discover in 1928?": a name and a date, or two names, leave one thing to be meant. */
const isPlaced = (question: string): boolean =>
  (question.slice(5).match(/\b\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*|\b\d{4}\b/gu) ?? []).length >= FEWEST_ANCHORS

/** True when what is left of a statement tells which one it is, and what is left out is no everyday word. */
export function isUnambiguousGap({ gapped, fact }: Claim): boolean {
  if (gapped === null || !isSpecial(fact.answer) || /\b(?:that|which|who|to) _/.test(gapped)) return false
  if (/^(?:relation|actor|cause)$/.test(fact.kind) && !/[\p{Lu}\d]/u.test(fact.answer)) return false
  if (!WHOLE.test(fact.kind) && /\b(?:of|for|from|with|in|to|that|which)\b/.test(fact.answer)) return false
  return anchorsOf(gapped) >= (/^_/.test(gapped) ? FEWEST_FOR_SUBJECT : FEWEST_ANCHORS)
}
const WHOLE = /^(?:name|date|alias)$/
// Of a subject left out the predicate alone must tell which one it is.
const FEWEST_FOR_SUBJECT = 3

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []

/** A name, a figure, a word of its subject, or so many words that nobody would hit on them. */
const isSpecial = (text: string): boolean => {
  const words = wordsOf(text)
  return (
    NUMBER.test(text) ||
    words.some((word) => /[\p{Lu}\p{N}]/u.test(word) || rankOf(word.toLowerCase()) > COMMON) ||
    words.filter((word) => rankOf(word.toLowerCase()) > VERY_COMMON).length >= MANY
  )
}
const VERY_COMMON = 600
const MANY = 3

const NUMBER = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty)$/iu

const isAnchored = (text: string): boolean => anchorsOf(text) >= FEWEST_ANCHORS

const anchorsOf = (text: string): number =>
  wordsOf(text).filter((word, n) => (n > 0 && /^[\p{Lu}\p{N}]/u.test(word)) || rankOf(word.toLowerCase()) > COMMON)
    .length
