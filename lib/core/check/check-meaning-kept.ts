import type { WrittenItem } from '../item/item'
import { wordsOf } from '../language/english/content-words'
import { numberValue } from '../language/english/numbers'
import { isArrangement, isStatement } from '../question-types/registry'
import { memoize } from '../shared/memoize'
import { figuresIn, isSameName, namesIn } from './check-against-text'
import { type CheckContext, type CheckFunction, type Finding, finding } from './check-result'
import { isSameRoot, type LanguageWords, languageWords, meaningfulWords, shareIn } from './words-of-languages'

/** R9: no word that denies or restricts the claim was cut on the way from the evidence to the question. */
export const checkQualifiers: CheckFunction = (item, context) => {
  const known = languageWords(context.language)
  if (!known || isStatement(item.type)) return []
  const asked = wordsOf([item.stem, ...item.key].join(' '))
  const lost = (text: string, kinds: readonly ReadonlySet<string>[], kept: readonly string[]) =>
    wordsOf(text).find((word) => kinds.some((kind) => kind.has(word)) && !kept.includes(word))
  // What the explanation leaves out restricts the rest of the sentence as well.
  const quote = item.evidence[0]?.quote ?? ''
  const cut = lost(quote, [known.negation, known.hedge, known.limit], [...asked, ...wordsOf(item.explanation)])
  if (cut) return [finding('qualifier-missing', { word: cut })]
  if (isArrangement(item.type)) return []
  const clause = clauseOf(item)
  const denied = denialIn(clause, known)
  const said = [item.stem, ...item.key].join(' ')
  if (denied !== undefined && !isDenied(said, clause, known)) return [finding('negation-dropped', { word: denied })]
  const unsure = asked.some((word) => known.hedge.has(word)) ? undefined : lost(clause, [known.hedge], [])
  return unsure ? [finding('qualifier-missing', { word: unsure })] : []
}

/** A question denies nothing that its sentence does not. */
export const checkDenial: CheckFunction = (item, context) => {
  const known = languageWords(context.language)
  if (!known || isStatement(item.type) || isArrangement(item.type)) return []
  const added = denialIn(item.stem, known)
  if (added === undefined || isDeniedNear(item, added, context.text)) return []
  const quote = item.evidence.map((evidence) => evidence.quote).join(' ')
  const around = `${clauseOf(item)} ${nearestClauses(item, quote)}`
  return isDenied(around, item.stem, known) ? [] : [finding('negation-added', { word: added })]
}

// UTF-16 code units.
const NEAR = 400

/** A sentence near the proof denies the same: it has the words after the denial. */
function isDeniedNear({ stem, evidence }: WrittenItem, word: string, text: string): boolean {
  const [, after = ''] = new RegExp(`(?<!\\p{L})${word}\\s+(\\p{L}+\\s+\\p{L}+)`, 'iu').exec(stem) ?? []
  const near = evidence.map(({ start, end }) => text.slice(Math.max(0, start - NEAR), end + NEAR)).join(' ')
  return after !== '' && ` ${plain(near)} `.includes(` ${plain(`${word} ${after}`)} `)
}

const denialIn = (text: string, { negation }: LanguageWords): string | undefined =>
  wordsOf(text).find((word) => negation.has(word)) ?? /\p{L}+n[’']t\b/u.exec(text)?.[0]

/** By a word of its own, by one that implies it ("refused"), or by the opposite of a word of the other text ("unable" of "able"). */
const isDenied = (text: string, opposite: string, known: LanguageWords): boolean =>
  denialIn(text, known) !== undefined ||
  known.implied.test(text) ||
  wordsOf(text).some((word) => {
    const [, rest = ''] = OPPOSITE.exec(word) ?? []
    return rest !== '' && wordsOf(opposite).some((twin) => isSameRoot(rest, twin))
  })
const OPPOSITE = /^(?:un|im|in|ir|il|dis|non|не|без|бес)(\p{L}{3,})/u

const CLAUSE = /[;:()—–]|,\s|\s(?:and|but|while|although|because|which|who|а|но|однако|хотя|который|бирок|ал эми)\s/iu

/** The part of the first quote that has the answer and most words of the stem. */
function clauseOf({ evidence, key, stem }: WrittenItem): string {
  const quote = evidence[0]?.quote ?? ''
  const answer = meaningfulWords(key.join(' '))
  const asked = meaningfulWords(stem)
  const clauses = quote.split(CLAUSE).filter((part) => part.trim() !== '')
  const holding = clauses.filter((clause) => shareIn(answer, meaningfulWords(clause)) === 1)
  const wordsAsked = (clause: string) =>
    meaningfulWords(clause).filter((word) => asked.some((twin) => isSameRoot(word, twin))).length
  return [...holding].sort((a, b) => wordsAsked(b) - wordsAsked(a))[0] ?? ''
}

const LIST = /[^,;:.]+(?:, [^,;:.]+)+,? (?:and|or|и|или|жана|же) [^,;:.]+|[^,;:.]+ (?:and|or|и|или|жана) [^,;:.]+/gu
const SEVERAL_ASKED =
  /\b(?:one of|name one|besides|apart from|along with|example|another|first|second|third|last|only)\b|один из|одна из|одно из|кроме|например|бири|башка|мисал/iu

/** A sentence lists several, the key is one of them, and the stem asks as if there were no more. */
export const checkListed: CheckFunction = (item) => {
  const [key, ...more] = item.key
  if (
    key === undefined ||
    more.length > 0 ||
    isStatement(item.type) ||
    isArrangement(item.type) ||
    item.options.length > 0
  )
    return []
  const others = listedWith(key, item.evidence[0]?.quote ?? '').filter(
    (member) => shareIn(meaningfulWords(member), meaningfulWords(item.stem)) < 1,
  )
  return others.length === 0 || SEVERAL_ASKED.test(item.stem) ? [] : [finding('listed-with-others', { key })]
}

const MEMBER_WORDS = 5

const plain = (text: string): string => wordsOf(text).join(' ')

const listsIn = (quote: string): string[][] =>
  (quote.match(LIST) ?? []).map((list) => list.split(/,? (?:and|or|и|или|жана|же) |, /u).map((member) => member.trim()))

/** Whether a sentence lists both. */
export function areListed(first: string, second: string, quote: string): boolean {
  const placeOf = (wanted: string, members: readonly string[]) =>
    members.findIndex((member, n) => isMember(plain(member), wanted, n, members.length))
  const [left, right] = [plain(first), plain(second)]
  if (left === '' || right === '' || left === right) return false
  return listsIn(quote).some((members) => {
    const [at, other] = [placeOf(left, members), placeOf(right, members)]
    return at >= 0 && other >= 0 && at !== other
  })
}

/** What a sentence lists beside a member. */
export function listedWith(key: string, quote: string): string[] {
  const wanted = plain(key)
  if (wanted === '') return []
  for (const members of listsIn(quote)) {
    const at = members.findIndex((member, n) => isMember(plain(member), wanted, n, members.length))
    if (at < 0 || members.some((member, n) => n > 0 && n < members.length - 1 && wordsOf(member).length > MEMBER_WORDS))
      continue
    const said = ` ${plain(quote)} `
    const isBare = !ARTICLE.test(key) && !['a', 'an', 'the'].some((word) => said.includes(` ${word} ${wanted} `))
    return members.filter((member, n) => n !== at && member !== '' && n > 0 && !(isBare && ARTICLE.test(member)))
  }
  return []
}

// "… is blocked and a part of the heart dies": what follows is a clause, not another member.
const ARTICLE = /^(?:an?|the) /i

/** The first member ends what leads to the list, the last one begins what follows it. */
const isMember = (member: string, wanted: string, at: number, all: number): boolean =>
  member === wanted ||
  (at === 0 && ` ${member}`.endsWith(` ${wanted}`)) ||
  (at === all - 1 && `${member} `.startsWith(`${wanted} `))

/** A true statement says what its proof says; a false one differs from it in one figure, name or listed member. */
export const checkStatement: CheckFunction = (item, context) => {
  if (!isStatement(item.type) || item.evidence.length === 0) return []
  const quote = item.evidence.map((evidence) => evidence.quote).join(' ')
  const known = languageWords(context.language)
  const denials = (text: string) => wordsOf(text).filter((word) => known?.negation.has(word)).length
  const place = [context.title, ...context.headings].join(' ')
  if (item.key[0] === 'True')
    return checkTrue(item, quote, place, denials(item.stem) !== denials(nearestClauses(item, quote)))
  return checkFalse(item, quote, place, context)
}

const nearestClauses = ({ stem }: WrittenItem, quote: string): string => {
  const asked = meaningfulWords(stem)
  return quote
    .split(CLAUSE)
    .filter((clause) => shareIn(meaningfulWords(clause), asked) >= 0.5)
    .join(' ')
}

const PROVEN = 0.75

function checkTrue(item: WrittenItem, quote: string, place: string, isTurned: boolean): Finding[] {
  if (isTurned) return [finding('negation-dropped', { word: item.stem })]
  const strange = isResumed(quote) ? undefined : namesIn(item.stem).find((name) => !isNamed(name, `${quote} ${place}`))
  if (strange !== undefined) return [finding('not-proven-true')]
  const unknown = figuresIn(item.stem).find(
    (figure) => !figuresIn(`${quote} ${place}`).includes(figure) && !hasNumberWord(quote, figure),
  )
  const share = shareIn(meaningfulWords(item.stem), meaningfulWords(`${quote} ${place}`))
  return unknown !== undefined || share < PROVEN ? [finding('not-proven-true')] : []
}

/** "They settled there": a statement names what its sentence only points at. */
const isResumed = (quote: string): boolean => RESUMING.test(quote)
const RESUMING =
  /(?<!\p{L})(?:he|she|it|they|his|him|her|its|their|them|this|that|these|those|such|он|она|оно|они|его|её|их|это|эт(?:от|а|и|ого|ой|их)|ал|анын|алар|алардын|бул|ошол|ушул)(?!\p{L})/iu

/** In full, or by its initials. */
function isNamed(name: string, text: string): boolean {
  const words = wordsOf(text)
  const initials = (text.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('')
  return initials.includes(name) || wordsOf(name).every((word) => words.some((twin) => isSameName(word, twin)))
}

const hasNumberWord = (text: string, figure: string): boolean =>
  wordsOf(text).some((word) => numberValue(word) === Number(figure))

const MOST_CHANGED = 5

function checkFalse(item: WrittenItem, quote: string, place: string, context: CheckContext): Finding[] {
  const said = meaningfulWords(`${quote} ${place}`)
  const stem = meaningfulWords(item.stem)
  const changed = stem.filter((word) => !said.includes(word) && !isForm(word, said))
  const lost = meaningfulWords(quote).filter((word) => !stem.includes(word) && !isForm(word, stem))
  if (changed.length === 0 || changed.length > MOST_CHANGED || lost.length === 0) return [finding('not-proven-false')]
  const first = stem.indexOf(changed[0] ?? '')
  const together = stem.slice(first, first + changed.length)
  if (together.join(' ') !== changed.join(' ')) return [finding('not-proven-false')]
  const phrase = changed.join(' ')
  const isFigure = (words: readonly string[]) => words.some((word) => numberValue(word) !== null || /\d/.test(word))
  const hasName = (text: string, words: readonly string[]) =>
    words.some((word) => /(?<!^)(?<![.?!] )(?<!\p{L})\p{Lu}/u.test(text) && isCapital(text, word))
  if (isFigure(changed)) return isFigure(lost) ? [] : [finding('not-proven-false')]
  if (hasName(item.stem, changed) && hasName(quote, lost)) return []
  // A member of another list, or a term that the document uses for something else.
  return meaningOf(context.text).includes(phrase) ? [] : [finding('not-proven-false')]
}

/** The statements of a deck are judged against the same text one after the other. */
const meaningOf = memoize((text) => meaningfulWords(text).join(' '), 2)

const isForm = (word: string, said: readonly string[]): boolean =>
  !/\d/.test(word) && said.some((twin) => isSameRoot(word, twin) || bare(word) === bare(twin))

/** "make" and "making" are too short to share a root. */
const bare = (word: string): string => word.replace(/(?:ing|ed|e)$/, '')

const isCapital = (text: string, word: string): boolean =>
  text
    .split(/[^\p{L}\p{N}’'-]+/u)
    .some((part) => /^\p{Lu}/u.test(part) && part.toLowerCase().startsWith(word.slice(0, 4)))
