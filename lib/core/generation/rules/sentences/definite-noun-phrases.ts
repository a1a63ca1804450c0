import { nameKind, nounKind, rankOf, singularOf } from '../../../language/english/lexicon'
import { namesIn } from '../../../language/english/names'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { countOf, type ReaderContext } from './document-context'

const UNIQUE = new Set(
  'federal international global throne world earth sun moon sky universe planet sea ocean equator environment atmosphere internet public past future present east west north south middle body brain heart blood skin eye ear nose mouth lung liver kidney stomach nervous immune press military bible majority rest number amount beginning end middle idea fact use right ability need'.split(
    ' ',
  ),
)
const VAGUE =
  /^(?:other|another|others|second|third|fourth|former|latter|previous|following|resulting|new|same|affected|preceding|next|remaining|above|aforementioned|said|certain|two|three|four|five|six)$/
const RANKS = /(?:est$|^(?:most|main|first|last|chief|principal|primary|only|leading|sole|preeminent|major)$)/
const RELATIONAL = /(?:al|ic|an|ar|ary|ish|ese|ory)$/

/** "the" is explained by a name, a topic word, an earlier mention, a complement, a rank, or a thing there is one of. */
export function isExplained(tokens: readonly Token[], range: Range, at: number, context: ReaderContext): boolean {
  const end = definiteEnd(tokens, at)
  if (end === at) return isByname(tokens, at) || isRankAlone(tokens, at + 1)
  const owner = tokens.findIndex(({ text }, n) => n > at && n < end && /^['’]s?$/.test(text))
  const phrase = tokens.slice(at + 1, owner > 0 ? owner : end)
  const before = tokens.slice(range.from, at)
  if (isByname(tokens, at) || tellsItself(tokens, phrase, end) || isOfPlace(phrase, before)) return true
  const completed = owner < 0 && isCompleted(tokens, phrase, end, range.to, context)
  if (phrase.some(({ lower, text }) => text === lower && VAGUE.test(lower)))
    return vagueIsExplained(phrase, before, completed, context)
  if (isRoleOnly(phrase, context) && !isTitleOf(tokens, end)) return isKnown(phrase, before, context)
  return completed || phrase.some(isNamed) || isKnown(phrase, before, context)
}

const isCompleted = (
  tokens: readonly Token[],
  phrase: readonly Token[],
  end: number,
  to: number,
  context: ReaderContext,
) => hasComplement(tokens, end, to) || isRanked(tokens, phrase, end) || context.lenient

/** Past adjectives that a participle or an "and" parts: "the hidden | meaning", "the largest and most biodiverse | tract". */
function definiteEnd(tokens: readonly Token[], at: number): number {
  const end = nounPhraseEnd(tokens, at)
  const stop = Math.max(end, at + 1)
  if (end > at && !/^(?:and|or)$/.test(lowerAt(tokens, end))) return end
  const joined = /^(?:and|or)$/.test(lowerAt(tokens, stop)) ? stop + 1 : stop
  const isAdjective = (n: number) => tagAt(tokens, n) === 'ADJ' || /(?:ed|en)$/.test(lowerAt(tokens, n))
  const describes = end === at ? isAdjective(at + 1) : isAdjective(end - 1) && isAdjective(joined)
  if (!describes) return end
  const further = nounPhraseEnd(tokens, end === at ? at + 2 : joined)
  return further > stop ? further : end
}

/** "the first to use steam", "the more", "the same". */
const isRankAlone = (tokens: readonly Token[], at: number): boolean =>
  /^(?:more|less|most|least|same)$/.test(lowerAt(tokens, at)) ||
  (/^(?:first|second|last|only)$/.test(lowerAt(tokens, at)) && lowerAt(tokens, at + 1) === 'to') ||
  /^\p{Lu}/u.test(tokens[at]?.text ?? '')

/** "Jesus the Interpreter", "the “red palace”". */
const isByname = (tokens: readonly Token[], at: number): boolean =>
  /^["“]$/.test(lowerAt(tokens, at + 1)) ||
  (tagAt(tokens, at - 1) === 'PROPN' && tokens[at]?.text === 'the' && /^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.text ?? ''))

/** "the House | of Commons", "the Greens, | who won …". */
const isTitleOf = (tokens: readonly Token[], end: number): boolean =>
  (lowerAt(tokens, end) === 'of' &&
    /^\p{Lu}/u.test(tokens[lowerAt(tokens, end + 1) === 'the' ? end + 2 : end + 1]?.text ?? '')) ||
  (tokens[end]?.text === ',' && /^(?:who|which|whose)$/.test(lowerAt(tokens, end + 1)))

/** "the Republic", "the Confederation": a common noun with a capital, whose full name is elsewhere. */
const isRoleOnly = (phrase: readonly Token[], { title }: ReaderContext): boolean => {
  const [only, ...others] = phrase
  if (only === undefined || others.length > 0 || !/^\p{Lu}\p{Ll}/u.test(only.text)) return false
  return !title.includes(only.text) && nounKind(only.lower) !== null && nameKind(only.text) === null
}

/** "the fourth millennium BCE", "the twentieth century". */
const isAge = (phrase: readonly Token[]): boolean =>
  phrase.some(({ lower }) => /^(?:century|centuries|millennium)$/.test(lower))

/** An age, a word for itself, the first time, the same year that. */
const tellsItself = (tokens: readonly Token[], phrase: readonly Token[], end: number): boolean =>
  isAge(phrase) || isTerm(phrase) || isSameAs(tokens, phrase, end)

/** "the name oxygen", "the term stress"; "for the first time". */
const isTerm = ([first, second]: readonly Token[]): boolean =>
  (/^(?:name|term|word)$/.test(first?.lower ?? '') && second !== undefined) ||
  (first?.lower === 'first' && second?.lower === 'time')

/** "the same year that William took the throne". */
const isSameAs = (tokens: readonly Token[], [first]: readonly Token[], end: number): boolean =>
  first?.lower === 'same' && /^(?:that|as|when)$/.test(lowerAt(tokens, end))

/** "killed 50,000 in Venice, a third of the population": that of the place named before. */
const isOfPlace = ([only, ...others]: readonly Token[], before: readonly Token[]): boolean =>
  others.length === 0 &&
  /^(?:population|throne|economy|coast|coastline|capital|interior|mainland|monarchy|crown)$/.test(only?.lower ?? '') &&
  namesIn(before).some(({ type }) => /^(?:country|city|place|region|state)$/.test(type))

/** "the same study" after "study", "the second of the rules", "the four directions" under "Directions". */
function vagueIsExplained(
  phrase: readonly Token[],
  before: readonly Token[],
  completed: boolean,
  context: ReaderContext,
): boolean {
  const first = phrase[0]?.lower ?? ''
  if (first === 'same' && isMentioned(before, phrase.at(-1)?.lower ?? '')) return true
  return (completed && !ELSEWHERE.test(first)) || isCounted(phrase, context)
}

/** A thing there is one of, one said before, or one of the topic. */
function isKnown(phrase: readonly Token[], before: readonly Token[], context: ReaderContext): boolean {
  const head = phrase.at(-1)?.lower ?? ''
  if (context.kinds.has(head) && context.past) return isMentioned(before, head)
  return (
    isUnique(head, context) ||
    (head === 'level' && phrase.length === 2) ||
    isTheme(head, context) ||
    isMentioned(before, head) ||
    phrase.slice(0, -1).some((word) => relates(word, context) || isPartOf(word, before)) ||
    (before.length > 0 && isCompound(phrase, context)) ||
    isEstablished(phrase, context)
  )
}

/** "the turbine casing" after "a steam turbine". */
const isPartOf = ({ tag, lower }: Token, before: readonly Token[]): boolean =>
  tag === 'NOUN' && isMentioned(before, lower)

/** "the four priority directions" under "Priorities": how many there are is said of the topic. */
const isCounted = (phrase: readonly Token[], context: ReaderContext): boolean =>
  /^(?:two|three|four|five|six)$/.test(phrase[0]?.lower ?? '') &&
  phrase.length > 2 &&
  phrase
    .slice(1)
    .some(({ lower }) => [lower, `${lower}s`, lower.replace(/y$/, 'ies')].some((word) => context.topics.has(word)))

/** "the auditory nerve": a technical compound that the document uses again; "the local press" is somebody's. */
const isEstablished = (phrase: readonly Token[], context: ReaderContext): boolean =>
  phrase.length === 2 &&
  RELATIONAL.test(phrase[0]?.lower ?? '') &&
  !RANKS.test(phrase[0]?.lower ?? '') &&
  rankOf(phrase[0]?.lower ?? '') > COMMON &&
  countOf(context.counts, phrase.map(({ lower }) => lower).join(' ')) > 1
const COMMON = 5000

/** A theme of a text in the present tense: "the beans" of coffee, "the cochlea" of hearing. */
const isTheme = (head: string, context: ReaderContext): boolean =>
  !context.past && countOf(context.counts, head) >= Math.max(FEWEST_OF_A_THEME, context.counts.total / WORDS_PER_THEME)
const FEWEST_OF_A_THEME = 8
const WORDS_PER_THEME = 120

/** "the bandit formations": people named by two nouns that the document joins more than once; a "confirmation process" may be anyone's. */
const isCompound = (phrase: readonly Token[], context: ReaderContext): boolean =>
  phrase.length === 2 &&
  phrase.every(({ tag }) => tag === 'NOUN') &&
  /^(?:group|person)$/.test(nounKind(phrase[1]?.lower ?? '') ?? '') &&
  countOf(context.counts, phrase.map(({ lower }) => lower).join(' ')) > 1

/** "the largest city in Peru", "the third most abundant gas in dry air". */
const isRanked = (tokens: readonly Token[], phrase: readonly Token[], end: number): boolean =>
  phrase.length > 1 &&
  phrase.slice(0, 2).some(({ lower }) => /^(?:most|.{3,}est|.*-(?:most|largest)-.*)$/.test(lower)) &&
  /^(?:in|among|on|of)$/.test(lowerAt(tokens, end))

const ELSEWHERE = /^(?:other|another|latter|same|following|resulting|affected)$/
/** "the Ottoman court", "the 2007 census"; not "the Western policy change" nor "the sharp 1953 increase". */
const isNamed = ({ tag, text }: Token, at: number): boolean =>
  /^\d/.test(text) ? at === 0 : (tag === 'PROPN' || /^\p{Lu}/u.test(text)) && !SIDE.test(text)
const SIDE = /^(?:Western|Eastern|Northern|Southern|Central)$/
const isUnique = (head: string, context: ReaderContext): boolean =>
  (context.past ? context.titled : context.topics).has(head) ||
  UNIQUE.has(head) ||
  nounKind(singularOf(head)) === 'body'
export const isMentioned = (before: readonly Token[], head: string): boolean =>
  before.some(({ tag, lower }) => /^(?:NOUN|PROPN)$/.test(tag) && singularOf(lower) === singularOf(head))
const relates = ({ lower }: Token, context: ReaderContext): boolean => context.topics.has(lower) || UNIQUE.has(lower)

/** The nouns of a sentence with a "the" that nothing explains. */
export const unresolvedDefinites = (tokens: readonly Token[], context: ReaderContext): string[] =>
  tokens.flatMap(({ lower }, at) =>
    lower === 'the' && !isExplained(tokens, { from: 0, to: tokens.length }, at, context)
      ? [lowerAt(tokens, Math.max(at, nounPhraseEnd(tokens, at) - 1))]
      : [],
  )

/** "the capital of …", "the right to …", "the people who …". */
const hasComplement = (tokens: readonly Token[], end: number, to: number): boolean =>
  end < to &&
  (isReduced(tokens, end) ||
    isNamedAct(tokens, end) ||
    (COMPLEMENT.test(lowerAt(tokens, pastPair(tokens, end))) && !isHowLong(tokens, end) && !isGiven(tokens, end)) ||
    (lowerAt(tokens, end) === 'from' && /^\d/.test(lowerAt(tokens, end + 1))) ||
    (lowerAt(tokens, end) === ',' && /^(?:which|whose|who|called|known)$/.test(lowerAt(tokens, end + 1))) ||
    (lowerAt(tokens, end) === ',' &&
      lowerAt(tokens, end + 1) === 'as' &&
      /^(?:described|defined)$/.test(lowerAt(tokens, end + 2))))

/** "the heat required for boiling": a participle with what it needs says which. */
const isReduced = (tokens: readonly Token[], at: number): boolean =>
  tagAt(tokens, at) === 'VERB' &&
  /(?:ed|made|built|held|found|known|taken|given|written)$/.test(lowerAt(tokens, at)) &&
  /^(?:for|by|in|from|as|with|on|to|at)$/.test(lowerAt(tokens, at + 1)) &&
  hasOtherVerb(tokens, at)

/** Of "when the salt reacted with lime, …" the verb is no participle: its clause has no other. */
function hasOtherVerb(tokens: readonly Token[], at: number): boolean {
  const isMark = ({ text }: Token) => /^[,;:—–]$/.test(text)
  const before = tokens.findLastIndex((token, n) => n < at && isMark(token))
  const after = tokens.findIndex((token, n) => n > at && isMark(token))
  return tokens
    .slice(before + 1, after < 0 ? tokens.length : after)
    .some(({ tag, lower }, n) => before + 1 + n !== at && (tag === 'AUX' || (tag === 'VERB' && !lower.endsWith('ing'))))
}

/** "When a bone is set without surgery, the procedure is called …": the clause before says which. */
const isNamedAct = (tokens: readonly Token[], at: number): boolean =>
  /^(?:when|if|where)$/.test(lowerAt(tokens, 0)) &&
  /^(?:procedure|process|condition|result|state|technique|method|phenomenon|area|point)$/.test(
    lowerAt(tokens, at - 1),
  ) &&
  /^(?:called|known|termed|named)$/.test(lowerAt(tokens, at + 1))

/** "the union for over 120 years" is not told which by that. */
const isHowLong = (tokens: readonly Token[], at: number): boolean =>
  lowerAt(tokens, at) === 'for' &&
  (tagAt(tokens, at + 1) === 'NUM' ||
    /^(?:over|about|more|nearly|almost|many|several|some|the)$/.test(lowerAt(tokens, at + 1)))

/** "decolonised the territory to Morocco": to whom, not which; "the right to vote", "the access to the sea" are told. */
const isGiven = (tokens: readonly Token[], at: number): boolean =>
  lowerAt(tokens, at) === 'to' &&
  tagAt(tokens, at + 1) !== 'VERB' &&
  !/^(?:right|access|key|answer|response|solution|approach|way|road|route|entrance|exit|door|ability|resistance|heir|successor|damage|threat|alternative|contribution|commitment|exposure|attention|relation|relations)s?$/.test(
    lowerAt(tokens, at - 1),
  )

/** "the onset | and progression | of …". */
const pastPair = (tokens: readonly Token[], end: number): number =>
  lowerAt(tokens, end) === 'and' ? nounPhraseEnd(tokens, end + 1) : end

const COMPLEMENT = /^(?:of|to|for|between|that|which|who|whose|where|associated|called|known|responsible)$/
