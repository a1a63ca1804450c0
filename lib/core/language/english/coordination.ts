import { isPlural, nounKind } from './lexicon'
import { nounPhraseEnd, type Range } from './phrases'
import type { Token } from './tokens'
import { textOf } from './word-case'

/**
 * The members of "A, B, and C" when a range is nothing but that; empty when it is one phrase, or when a phrase after
 * the last member may belong to all ("the rights, freedoms, and interests of citizens").
 */
export function membersOf(tokens: readonly Token[], range: Range, text: string): string[] {
  return memberRanges(tokens, range).map((part) => textOf(text, tokens, part))
}

/** As `membersOf`, as ranges of tokens. `counted`: the text says how many there are, so that likeness of form is no question. */
export function memberRanges(tokens: readonly Token[], range: Range, counted = false): Range[] {
  const cuts = closingCuts(tokens, cutsIn(tokens, range))
  if (cuts.length === 0) return []
  const parts: Range[] = []
  let from = range.from
  for (const cut of [...cuts, { from: range.to, to: range.to }]) {
    parts.push({ from, to: cut.from })
    from = cut.to
  }
  if (tokens.slice(range.from, range.to).some(({ lower }) => /^(?:called|known)$/.test(lower))) return []
  if (
    parts.some(
      (part) =>
        !(isPhrase(tokens, part) || (counted && isAdjective(tokens, part))) || tokens[part.from]?.tag === 'PRON',
    )
  )
    return []
  return !counted && sharesTail(tokens, parts) ? [] : parts
}

/** Every comma, "and", "or" and ", and" between noun phrases. */
function cutsIn(tokens: readonly Token[], range: Range): Range[] {
  const cuts: Range[] = []
  let at = range.from
  while (at < range.to) {
    const end = nounPhraseEnd(tokens, at)
    at = end > at ? end : at + 1
    const cut = cutAt(tokens, at, range.to)
    if (cut) cuts.push(cut)
    if (cut) at = cut.to
  }
  return cuts
}

/**
 * The cuts that part the members. With commas: the commas and the conjunction after the last of them; an "and" before
 * or after is inside a member. Without: the one "and" there is; two are ambiguous.
 */
function closingCuts(tokens: readonly Token[], cuts: readonly Range[]): Range[] {
  const commas = cuts.filter((cut) => tokens[cut.from]?.text === ',')
  const lastComma = commas.at(-1)
  if (!lastComma) return cuts.length === 1 ? [...cuts] : []
  if (conjoins(tokens, lastComma)) return commas.slice(0, -1).some((cut) => conjoins(tokens, cut)) ? [] : commas
  const closing = cuts.filter((cut) => cut.from > lastComma.from)
  return closing.length === 1 ? [...commas, ...closing] : []
}

const conjoins = (tokens: readonly Token[], cut: Range): boolean =>
  tokens.slice(cut.from, cut.to).some(({ lower }) => lower === 'and' || lower === 'or')

function cutAt(tokens: readonly Token[], at: number, end: number): Range | null {
  if (at >= end) return null
  const comma = tokens[at]?.text === ','
  const next = comma ? at + 1 : at
  if (/^(?:and|or)$/.test(tokens[next]?.lower ?? '')) return { from: at, to: next + 1 }
  return comma ? { from: at, to: at + 1 } : null
}

/** "igneous, sedimentary and metamorphic". */
const isAdjective = (tokens: readonly Token[], { from, to }: Range): boolean =>
  to > from && tokens.slice(from, to).every(({ tag }) => tag === 'ADJ')

function isPhrase(tokens: readonly Token[], part: Range): boolean {
  const end = nounPhraseEnd(tokens, part.from)
  if (end === part.from || end > part.to) return false
  if (/^(?:other|others|many|more|some|any|so)$/.test(tokens[part.from]?.lower ?? '')) return false
  return end === part.to || tokens[end]?.tag === 'ADP'
}

/** A tail after the last member only, and no article before it: the tail may belong to each. */
function sharesTail(tokens: readonly Token[], parts: readonly Range[]): boolean {
  const tails = parts.map((part) => nounPhraseEnd(tokens, part.from) < part.to)
  const last = parts.at(-1)
  if (sharesHead(tokens, parts)) return true
  const own = last !== undefined && /^(?:DET|PRON)$/.test(tokens[last.from]?.tag ?? '')
  if (tails.at(-1) === true && tails.slice(0, -1).every((tail) => !tail) && !own) return true
  if (nested(tokens, parts, tails) || apposes(tokens, parts)) return true
  return parts.length === 2 && !parallel(tokens, parts, tails)
}

/** "Latin, Etruscan, and Greek | elements": what ends the last is of all. */
function sharesHead(tokens: readonly Token[], parts: readonly Range[]): boolean {
  const [last, ...others] = [...parts].reverse()
  const isBare = ({ from, to }: Range) => to - from === 1 && /^(?:ADJ|PROPN)$/.test(tokens[from]?.tag ?? '')
  return last !== undefined && last.to - last.from > 1 && tokens[last.to - 1]?.tag === 'NOUN' && others.every(isBare)
}

/** "relations with neighbors, powers, and associations": the first member's tail begins the list, the phrase does not. */
function nested(tokens: readonly Token[], parts: readonly Range[], tails: readonly boolean[]): boolean {
  const first = tokens[parts[0]?.from ?? 0]
  const articles = parts.slice(1).map((part) => tokens[part.from]?.tag === 'DET')
  return (
    tails[0] === true &&
    tails.slice(1, -1).every((tail) => !tail) &&
    (parts.length > 2 ? !articles.every(Boolean) : first?.tag === 'DET') &&
    !articles[0]
  )
}

/** "bronze, an alloy of tin and copper": what follows the comma says what the first is. */
function apposes(tokens: readonly Token[], parts: readonly Range[]): boolean {
  // "French physicist and engineer Augustin Fresnel": one person.
  const [first, second] = parts
  if (
    parts.length === 2 &&
    first &&
    second &&
    isRole(tokens, first) &&
    tokens.slice(second.from, second.to).some(({ tag }, n) => tag === 'PROPN' && n > 0)
  )
    return true
  if (tokens[parts[0]?.from ?? 0]?.tag === 'NUM') return true
  const articles = parts.map((part) => /^an?$/.test(tokens[part.from]?.lower ?? ''))
  return articles.some(Boolean) && !articles.every(Boolean)
}

const isRole = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens[from]?.tag !== 'DET' &&
  tokens[to - 1]?.tag === 'NOUN' &&
  nounKind(tokens[to - 1]?.lower ?? '') === 'person' &&
  !isPlural(tokens[to - 1]?.lower ?? '')

/** Two members without a comma are parted only when they are built alike: a shared head or a nested "and" stays whole. */
function parallel(tokens: readonly Token[], parts: readonly Range[], tails: readonly boolean[]): boolean {
  const [left, right] = parts
  if (!left || !right || tails[0] !== tails[1]) return false
  const opener = (part: Range) =>
    /^(?:DET|PRON)$/.test(tokens[part.from]?.tag ?? '')
      ? 'article'
      : tokens[part.from]?.tag === 'PROPN'
        ? 'name'
        : 'bare'
  if (opener(left) !== opener(right) || tokens[left.from]?.lower === 'both') return false
  const short = left.to - left.from === 1 && right.to - right.from > 1
  return opener(left) === 'name' || !short
}
