import { contentWords } from '../../../language/english/content-words'
import { isOpenNoun, nounKind, rankOf } from '../../../language/english/lexicon'
import { GAP } from '../../../shared/gap'
import { bucket, type FeatureContext, trueNames } from './feature-context'

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu
const RARE = 5000

/** What a stem is like: its length, what ties it to one thing, what in it may lean on the text around it. */
export function stemFeatures(stem: string, heading: string, { titled }: FeatureContext): string[] {
  const words = stem.match(WORD) ?? []
  const content = contentWords(stem)
  const headed = new Set(contentWords(heading))
  const known = (word: string) => titled.has(word) || headed.has(word)
  const names = words.filter((word, n) => n > 0 && /^[\p{Lu}\p{N}]/u.test(word)).length
  const rare = words.filter((word) => /^\p{Ll}/u.test(word) && rankOf(word.toLowerCase()) > RARE).length
  return [
    `stem-words=${bucket(words.length, 7, 11, 15, 20, 26)}`,
    `stem-names=${bucket(names, 0, 1, 2, 4)}`,
    `stem-rare=${bucket(rare, 0, 1, 2, 4)}`,
    `stem-hooks=${bucket(names + rare, 0, 1, 2, 3, 5, 8)}`,
    `stem-commas=${bucket(countOfMark(stem, /,/g), 0, 1, 2, 3)}`,
    `stem-finite=${bucket(countOfMark(stem, FINITE), 0, 1, 2)}`,
    `stem-titled=${bucket(content.filter((word) => titled.has(word)).length, 0, 1)}`,
    `stem-definites=${bucket(definitesIn(stem, known), 0, 1, 2)}`,
    `stem-open=${bucket(openIn(stem, known), 0, 1)}`,
    `stem-first=${firstOf(stem)}`,
    ...trueNames({
      'stem-untold': OPENING.test(stem) && isOpenNoun(OPENING.exec(stem)?.[1] ?? ''),
      'stem-headed': content.some((word) => headed.has(word)),
      'stem-pronoun': /\b(?:it|they|he|she|them|him)\b/i.test(stem),
      'stem-own': /\b(?:its|their|his|her)\b/i.test(stem),
      'stem-compares': /\b(?:more|less|fewer|greater|larger|smaller|higher|lower|better|than)\b/i.test(stem),
      'stem-other': /\b(?:other|another|same|different|similar|additional)\b/i.test(stem),
      'stem-vague':
        /\b(?:some|many|several|various|most|often|usually|generally|typically|certain|few|much|sometimes)\b/i.test(
          stem,
        ),
      'stem-hedged': /\b(?:may|might|can|could|would|should|likely|possible)\b/i.test(stem),
      'stem-lead': LEAD.test(stem),
      'stem-adverb': /^\p{Lu}\p{Ll}+ly\b/u.test(stem),
      'stem-relative': /\b(?:which|who|whom|whose|that|where)\b/.test(stem),
      'stem-clause': /\b(?:when|while|after|before|until|because|although|if|since)\b/.test(stem),
      'stem-joined': /,? (?:and|but|while|so|yet) [^,]* ?(?:is|are|was|were|has|have|had|can|will)\b/.test(stem),
      'stem-and': /\band\b/.test(stem),
      'stem-quote': /[“”"]/.test(stem),
      'stem-dash': /[—–:;]/.test(stem),
      'stem-past': /\b(?:was|were|had|did)\b|\b\p{Ll}{3,}ed\b/u.test(stem),
      'stem-year': /\b[12]\d{3}\b/.test(stem),
      'stem-figure': /\d/.test(stem),
      'stem-negative': /\b(?:not|no|never|without|only)\b|n['’]t/i.test(stem),
      'stem-acronym':
        /\b(?!(?:US|USA|UK|UN|EU|BC|BCE|AD|CE|DNA|RNA|II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV)\b)\p{Lu}{2,6}\b/u.test(
          stem,
        ),
      'stem-one-of': /^One of\b/.test(stem),
      'stem-points': /\b(?:this|that|these|those|such)\b/i.test(stem),
    }),
    ...gapFeatures(stem),
  ]
}

/** "A version was …": of what? */
const OPENING = /^(?:A|An|The|This) (\p{Ll}+) (?:is|are|was|were|has|had|have|can)\b/u
const FINITE = /\b(?:is|are|was|were|has|have|had|can|will|did|does|do)\b/g
const LEAD =
  /^(?:In|On|At|During|After|Before|When|While|Although|As|By|With|For|From|Under|If|Because|Since|Through|Like|Unlike)\b/

const countOfMark = (text: string, feature: RegExp): number => (text.match(feature) ?? []).length

const firstOf = (stem: string): string =>
  /^(?:The|An?)\b/.exec(stem)?.[0].toLowerCase() ?? (/^\p{Lu}[\p{L}-]+ \p{Lu}/u.test(stem) ? 'name' : 'other')

/** "the noun" that neither title nor heading names, and that no "of …" completes. */
function definitesIn(stem: string, known: (word: string) => boolean): number {
  const phrases = stem.matchAll(/\b[Tt]he ((?:\p{Ll}[\p{L}-]+ ?){1,3})(of|that|which|who)?/gu)
  return [...phrases].filter(([, words = '', more]) => !more && !contentWords(words).some(known)).length
}

/** Nouns that say little until one is told of what, with nothing that tells it. */
function openIn(stem: string, known: (word: string) => boolean): number {
  const words = stem.split(/\s+/)
  return words.filter((word, at) => {
    const bare = word.replace(/[.,;:?]$/, '')
    return (
      isOpenNoun(bare) && !/^(?:of|in|for|to|with|between)$/.test(words[at + 1] ?? '') && !known(bare.toLowerCase())
    )
  }).length
}

const PREPOSITION = /^(?:of|in|to|for|by|with|from|on|at|as|into|between)$/

/** What stands on either side of a gap. */
function gapFeatures(stem: string): string[] {
  const at = stem.indexOf(GAP)
  if (at < 0) return []
  const before = (stem.slice(0, at).match(WORD) ?? []).at(-1)?.toLowerCase() ?? ''
  const after = stem.slice(at + GAP.length)
  const next = (after.match(WORD) ?? [])[0]?.toLowerCase() ?? ''
  return [
    `gap-at=${at === 0 ? 'start' : /^\s*[.!?]?$/.test(after) ? 'end' : 'middle'}`,
    `gap-before=${sideOf(before)}`,
    `gap-after=${/^[,;.:]/.test(after) ? 'mark' : sideOf(next)}`,
  ]
}

function sideOf(word: string): string {
  if (word === '') return 'none'
  if (/^(?:the|an?)$/.test(word)) return 'article'
  if (PREPOSITION.test(word) || /^(?:and|or)$/.test(word)) return word
  if (/^(?:is|are|was|were|be|been|has|have|had|can)$/.test(word)) return 'be'
  return nounKind(word) === null ? 'word' : 'noun'
}
