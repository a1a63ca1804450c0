import { nounKind } from '../language/english/lexicon'
import { type Name, namesIn } from '../language/english/names'
import { nounPhraseEnd, type Range } from '../language/english/phrases'
import { textOf } from '../language/english/surface'
import type { Token } from '../language/english/tagger'
import { timePhrases } from '../language/english/times'
import { likenessOf } from './answer-like'
import { type Claim, GAP } from './claim'
import { danglingIn } from './dangling'
import type { Known } from './known'
import { close, makeClaim } from './make-claim'
import type { Sentence } from './sentence'
import { countOf } from './word-counts'

const WORDS = { least: 8, most: 32 } as const
const WORDS_FOR_TWO_GAPS = 16
const LONGEST_TERM = 4

type Candidate = Range & { readonly score: number; readonly kind: 'name' | 'number' | 'date' | 'term' }

/** A whole sentence that stands alone, with a name, a number or a term left out that occurs in it once. */
export function clozeClaims(sentence: Sentence, known: Known, taken: readonly string[]): Claim[] {
  const { tokens } = sentence
  const words = tokens.filter(({ tag }) => tag !== 'PUNCT').length
  if (words < WORDS.least || words > WORDS.most || danglingIn(tokens, { from: 0, to: tokens.length }, known) !== null)
    return []
  const free = candidates(sentence, known).filter(
    (candidate) =>
      !taken.some(
        (answer) =>
          answer.includes(textIn(sentence, candidate)) && answer.length < textIn(sentence, candidate).length + 5,
      ),
  )
  const first = best(free)
  if (!first || !hasVerb(tokens, first)) return []
  const second = words >= WORDS_FOR_TWO_GAPS ? best(free.filter((other) => apart(first, other))) : undefined
  const gaps = second ? [first, second].sort((a, b) => a.from - b.from) : [first]
  return [clozeOf(sentence, gaps)]
}

/** Without a verb outside the gap the tagger took a verb for a noun. */
const hasVerb = (tokens: readonly Token[], gap: Range): boolean =>
  tokens.some(
    ({ tag, lower }, n) =>
      (n < gap.from || n >= gap.to) && (tag === 'AUX' || (tag === 'VERB' && !lower.endsWith('ing'))),
  )

const best = (found: readonly Candidate[]): Candidate | undefined =>
  [...found].sort((a, b) => b.score - a.score || b.from - a.from)[0]

const apart = (left: Range, right: Range): boolean => right.from > left.to + 2 || right.to < left.from - 2

function clozeOf(sentence: Sentence, gaps: readonly Candidate[]): Claim {
  const answers = gaps.map((gap) => textIn(sentence, gap))
  let gapped = ''
  let from = 0
  for (const gap of gaps) {
    gapped += sentence.text.slice(from, sentence.tokens[gap.from]?.start ?? 0) + GAP
    from = sentence.tokens[gap.to - 1]?.end ?? 0
  }
  const first = gaps[0]
  const { kind, like } = first ? likenessOf(sentence.tokens, first) : { kind: 'term' as const, like: 'term' }
  return makeClaim({
    kind: gaps.some((gap) => gap.kind === 'number') ? 'number' : first?.kind === 'name' ? 'name' : 'property',
    sentence,
    statement: close(sentence.text),
    subject: '',
    relation: 'states',
    answer: answers.join('; '),
    at: gaps.length === 1 && first ? first : null,
    answerType: kind,
    like: gaps.length === 1 ? like : `gaps ${like}`,
    gapped: close(gapped + sentence.text.slice(from)),
    gaps: answers,
  })
}

const textIn = (sentence: Sentence, range: Range): string => textOf(sentence.text, sentence.tokens, range)

function candidates(sentence: Sentence, known: Known): Candidate[] {
  const { tokens } = sentence
  const names = pairsOf(
    tokens,
    namesIn(tokens).filter(({ to }) => tokens[to]?.tag !== 'NOUN'),
  ).filter((name) => !inList(tokens, name))
  const dates = timePhrases(tokens).map(({ value }): Candidate => ({ ...value, kind: 'date', score: 4 }))
  const found = [...names, ...dates, ...numbers(tokens), ...terms(sentence, known)]
  return found.filter((candidate) => fits(sentence, candidate, known))
}

/** Said once, no topic word, and not the first word of the sentence. */
function fits(sentence: Sentence, candidate: Candidate, known: Known): boolean {
  const text = textIn(sentence, candidate)
  const lower = text.toLowerCase()
  const once = sentence.text.toLowerCase().split(lower).length === 2
  const words = lower.match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    once &&
    candidate.from > 0 &&
    !words.every((word) => known.topics.has(word) || known.title.toLowerCase().includes(word))
  )
}

/** "Austria and Hungary" is one answer; a name alone is one as well. */
function pairsOf(tokens: readonly Token[], names: readonly Name[]): Candidate[] {
  const found: Candidate[] = []
  for (const [n, name] of names.entries()) {
    const before = names[n - 1]
    const joined =
      before && before.to + 1 === name.from && tokens[before.to]?.lower === 'and' && before.type === name.type
    if (joined) found.push({ from: before.from, to: name.to, kind: 'name', score: 5 })
    else found.push({ from: name.from, to: name.to, kind: 'name', score: name.type === 'name' ? 3 : 5 })
  }
  return found
}

/** One member of a list: the others could stand in its place. */
const inList = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens[from - 1]?.tag === 'CCONJ' ||
  tokens[to]?.tag === 'CCONJ' ||
  (tokens[from - 1]?.text === ',' && tokens[to]?.text === ',')

/** "4 to 18 perforations": half of a range is no answer. */
const isRange = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:to|or|and)$/.test(tokens[at - 1]?.lower ?? '') && tokens[at - 2]?.tag === 'NUM') ||
  (/^(?:to|or|and)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.tag === 'NUM')

/** Counts with what they count; "one" is more often a pronoun. */
function numbers(tokens: readonly Token[]): Candidate[] {
  return tokens.flatMap((token, at): Candidate[] => {
    if (
      token.tag !== 'NUM' ||
      /^(?:one|1)$|^\d{4}$|century/.test(token.lower) ||
      tokens[at + 1]?.tag === 'NUM' ||
      /^(?:NUM|NOUN|PROPN)$/.test(tokens[at - 1]?.tag ?? '') ||
      isRange(tokens, at)
    )
      return []
    return /^(?:NOUN|ADJ|PROPN)$/.test(tokens[at + 1]?.tag ?? '') || /^(?:%|percent)$/.test(tokens[at + 1]?.text ?? '')
      ? [{ from: at, to: at + 1, kind: 'number', score: 5 }]
      : []
  })
}

const VAGUE_NOUN =
  /^(?:structures?|systems?|levels?|objects?|devices?|materials?|products?|items?|process(?:es)?|increase|decrease|change|changes|period|time|times|people|person|individuals?|part|parts|number|others?|way|ways|methods?|groups?|members?|areas?|use|uses|thing|things|substances?|forms?|effects?|results?|causes?|reasons?|factors?|patterns?|rates?|activity)$/
const CONCRETE = new Set(['body', 'substance', 'animal', 'plant', 'artifact', 'food'])

/** Noun phrases of two to four words that name something: "beta waves", "territorial integrity". */
function terms({ tokens, text }: Sentence, known: Known): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    const end = nounPhraseEnd(tokens, at)
    if (end === at) continue
    const from = /^(?:DET|PRON)$/.test(tokens[at]?.tag ?? '') ? at + 1 : at
    if (isAsked({ tokens, text }, { from, to: end }, known))
      found.push({ from, to: end, kind: 'term', score: scoreOf(tokens, from, end) })
    at = end - 1
  }
  return found
}

/** A term that recurs, or a noun with two adjectives ("a flexible and balanced policy"). */
function isAsked({ tokens, text }: Pick<Sentence, 'tokens' | 'text'>, range: Range, known: Known): boolean {
  if (inList(tokens, range)) return false
  const joined = tokens.slice(range.from, range.to).findIndex(({ lower }) => lower === 'and')
  if (joined > 0)
    return (
      range.to - range.from <= 5 &&
      tokens[range.from]?.tag === 'ADJ' &&
      tokens[range.to - 1]?.tag === 'NOUN' &&
      tokens[range.from]?.lower !== 'other'
    )
  return isTerm(tokens, range.from, range.to) && countOf(known.counts, textOf(text, tokens, range)) > 1
}

function isTerm(tokens: readonly Token[], from: number, to: number): boolean {
  const part = tokens.slice(from, to)
  if (part.length === 0 || part.length > LONGEST_TERM || part.at(-1)?.tag !== 'NOUN') return false
  if (
    part.some(
      ({ tag, text }) =>
        tag === 'NUM' ||
        tag === 'PROPN' ||
        tag === 'PART' ||
        tag === 'CCONJ' ||
        tag === 'PUNCT' ||
        tag === 'DET' ||
        /^\p{Lu}/u.test(text),
    )
  )
    return false
  if (
    /^(?:other|many|various|several|certain|different|such|same|new|own|great|large|small|good|more|most|first|last|next|few|much|important|significant|major|main)$/.test(
      part[0]?.lower ?? '',
    )
  )
    return false
  if (
    VAGUE_NOUN.test(part.at(-1)?.lower ?? '') ||
    (part[0]?.tag === 'ADJ' && !/(?:al|ic|ar|ary|an|ive|ous|ed|ing|ory)$/.test(part[0].lower))
  )
    return false
  return part.length >= 2 || CONCRETE.has(nounKind(part[0]?.lower ?? '') ?? '')
}

const scoreOf = (tokens: readonly Token[], from: number, to: number): number =>
  2 + (to - from === 2 ? 0.5 : 0) + (CONCRETE.has(nounKind(tokens[to - 1]?.lower ?? '') ?? '') ? 0.4 : 0)
