import { memoize, memoizeRecent } from '../../shared/memoize'
import { isVerbBase } from './lexicon'
import type { Range } from './phrases'
import type { Token } from './tokens'

const BE = /^(?:is|are|was|were|am)$/
const HAVE = /^(?:has|have|had)$/
const DO = /^(?:do|does|did)$/
const MODAL = /^(?:can|could|will|would|may|might|must|shall|should)$/
const NEGATIVE = /^(?:not|n't|n’t|never|no|hardly|rarely|seldom)$/

/** A finite verb group: "was primarily ensured", "has been based", "faced". */
export type VerbGroup = Range & {
  /** First auxiliary, in lower case; null when the verb itself is finite. */
  readonly auxiliary: string | null
  /** Main verb; for a copula the form of "be". */
  readonly main: Token
  /** Base form of the main verb, null when not sure. */
  readonly base: string | null
  readonly kind: 'copula' | 'passive' | 'active'
  readonly tense: 'past' | 'present' | 'modal'
  readonly negative: boolean
}

/** Reads the verb group that begins at `from`; null when there is none that could be finite. */
export function verbGroupAt(tokens: readonly Token[], from: number): VerbGroup | null {
  const groups = groupsOf(tokens)
  const known = groups[from]
  if (known !== undefined) return known
  const group = readGroup(tokens, from)
  groups[from] = group
  return group
}

/** Of each place of a sentence that was asked, the group that begins there. */
const groupsOf = memoizeRecent((_: readonly Token[]): (VerbGroup | null)[] => [])

function readGroup(tokens: readonly Token[], from: number): VerbGroup | null {
  let at = from
  const verbs: Token[] = []
  while (belongs(tokens, at, verbs)) {
    const token = tokens[at]
    if (token && isVerbal(token)) verbs.push(token)
    at += 1
  }
  const first = verbs[0]
  const main = verbs.at(-1)
  if (!first || !main) return null
  const negative = tokens.slice(from, at).some(({ lower }) => NEGATIVE.test(lower))
  return groupOf(first, main, verbs, { from, to: at }, negative)
}

const isVerbal = (token: Token): boolean => token.tag === 'AUX' || token.tag === 'VERB'

/** Auxiliaries, then one main verb, with the negations and adverbs between them. */
function belongs(tokens: readonly Token[], at: number, verbs: readonly Token[]): boolean {
  const token = tokens[at]
  if (!token) return false
  if (isVerbal(token)) return verbs.length === 0 || !isFull(verbs.at(-1)) || isAuxiliaryWord(verbs.at(-1))
  return NEGATIVE.test(token.lower) || (token.tag === 'ADV' && verbAhead(tokens, at, verbs))
}

const isFull = (token: Token | undefined): boolean => token?.tag === 'VERB'
const isAuxiliaryWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (BE.test(token.lower) ||
    HAVE.test(token.lower) ||
    MODAL.test(token.lower) ||
    DO.test(token.lower) ||
    /^be(?:en|ing)?$/.test(token.lower))

/** An adverb belongs to the group when a verb follows it. */
function verbAhead(tokens: readonly Token[], at: number, verbs: readonly Token[]): boolean {
  let next = at + 1
  while (tokens[next]?.tag === 'ADV' || NEGATIVE.test(tokens[next]?.lower ?? '')) next += 1
  const token = tokens[next]
  if (token?.tag !== 'VERB' && token?.tag !== 'AUX') return false
  return verbs.length === 0 || isAuxiliaryWord(verbs.at(-1))
}

function groupOf(
  first: Token,
  main: Token,
  verbs: readonly Token[],
  range: Range,
  negative: boolean,
): VerbGroup | null {
  const auxiliary = verbs.length > 1 ? first.lower : null
  if ((verbs.length === 1 && !finiteAlone(first)) || /^be(?:en|ing)$/.test(first.lower)) return null
  const be = verbs.slice(0, -1).some(({ lower }) => BE.test(lower) || /^be(?:en)?$/.test(lower))
  const copula = BE.test(main.lower) || /^be(?:en)?$/.test(main.lower)
  const passive = be && !copula && isParticiple(main)
  return {
    ...range,
    auxiliary,
    main,
    base: copula ? 'be' : baseOf(main),
    kind: copula ? 'copula' : passive ? 'passive' : 'active',
    tense: tenseOf(first),
    negative,
  }
}

/** A lone verb is finite unless it is an -ing form. */
const finiteAlone = (token: Token): boolean => !token.lower.endsWith('ing') && !/^be(?:en|ing)?$/.test(token.lower)

export const isParticiple = (token: Token): boolean =>
  /(?:ed|en|wn|ght|ung|orn|ade|eld|aid|old|ept|ent|elt|uilt|ound|ost|one|ut|et|read|led|fed|shot|won|sung|begun|run|come|become)$/.test(
    token.lower,
  )

function tenseOf(first: Token): VerbGroup['tense'] {
  if (MODAL.test(first.lower)) return 'modal'
  if (/^(?:was|were|had|did)$/.test(first.lower)) return 'past'
  if (BE.test(first.lower) || HAVE.test(first.lower) || DO.test(first.lower)) return 'present'
  return first.lower === first.lemma.toLowerCase() || first.lower.endsWith('s') ? 'present' : 'past'
}

/** The base form on which wink's lemma and the verb list agree, else the one that the spelling suggests; null when that is no verb. */
function baseOf(token: Token): string | null {
  const lemma = token.lemma.toLowerCase()
  const base = isVerbBase(lemma) && !/(?:ed|ing)$/.test(lemma) ? lemma : infinitiveOf(token.lower)
  // Of "nationalised" wink's lemma is "nationalize".
  return /is(?:ed|es|ing)$/.test(token.lower) ? (base?.replace(/ize$/, 'ise') ?? null) : base
}

/** "did face", "does rely", "has been based" split for a question: the word before the subject and those after. */
export function splitForQuestion(
  group: VerbGroup,
  text: string,
  plural: boolean,
): { before: string; after: string } | null {
  if (group.auxiliary !== null || group.kind === 'copula') {
    const [first = '', ...rest] = text.split(' ')
    return isAuxiliaryText(first) ? { before: first.toLowerCase(), after: rest.join(' ') } : inverted(text)
  }
  if (group.base === null) return null
  const adverbs = text
    .split(' ')
    .filter((word) => word !== group.main.text)
    .join(' ')
  const auxiliary = group.tense === 'past' ? 'did' : plural ? 'do' : 'does'
  return { before: auxiliary, after: [adverbs, group.base].filter(Boolean).join(' ') }
}

const isAuxiliaryText = (word: string): boolean => BE.test(word) || HAVE.test(word) || MODAL.test(word) || DO.test(word)

/** "also is known": the adverb follows the auxiliary in a question. */
function inverted(text: string): { before: string; after: string } | null {
  const words = text.split(' ')
  const at = words.findIndex(isAuxiliaryText)
  if (at < 0) return null
  return { before: words[at] ?? '', after: [...words.slice(0, at), ...words.slice(at + 1)].join(' ') }
}

// base past [participle]: irregular verbs.
const IRREGULAR_VERBS =
  'arise arose arisen|awake awoke awoken|bear bore born borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|do did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt|leave left|lend lent|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken|overcome overcame|oversee oversaw overseen|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawn|say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shed|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|sow sown|speak spoke spoken|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written'

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  IRREGULAR_VERBS.split('|').flatMap((verb) => {
    const [base = '', ...forms] = verb.split(' ')
    return forms.map((form) => [form, base] as const)
  }),
)

const MOST_REMEMBERED = 2_000

/** The base of a verb's form in lower case; null when no verb has that form. */
export const infinitiveOf: (word: string) => string | null = memoize(
  (word) =>
    [IRREGULAR.get(word), word, ...regularBases(word)].find((base) => base !== undefined && isVerbBase(base)) ?? null,
  MOST_REMEMBERED,
)

/** "studies", "planned", "dying", "panicked": what the ending could have been put to, the likeliest first. */
function regularBases(word: string): string[] {
  const [, stem, ending] = /^(.{2,}?)(s|es|ed|ing)$/.exec(word) ?? []
  if (stem === undefined) return []
  if (ending === 'ing' && stem.endsWith('y')) return [stem, `${stem.slice(0, -1)}ie`]
  if (ending === 's') return [stem]
  // Of "hop" it would be "hopping".
  const hasLostE = ending === 'es' || /(?:^|[^aeiou])[aeiou][^aeiouwxy]$/.test(stem)
  const plain = hasLostE ? [`${stem}e`, stem] : [stem, `${stem}e`]
  const undoubled = /([^aeiou])\1$/.test(stem) ? [stem.slice(0, -1)] : []
  return [...plain, ...undoubled, stem.replace(/i$/, 'y'), stem.replace(/ck$/, 'c')]
}
