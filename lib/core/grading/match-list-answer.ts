import { type Match, matchText } from './match-text'

export type ListMatch = { readonly points: number; readonly perKey: readonly boolean[] }

/** One text may hold the whole list: its lines, or the parts between semicolons, commas or "and", in Russian "и", in Kyrgyz "жана". */
export function readList(texts: readonly string[]): readonly (readonly string[])[] {
  const given = texts.filter((text) => text.trim() !== '')
  const [only] = given
  if (only === undefined || given.length > 1) return [given]
  const breaks = [/[;\n]/, /[;,\n]/, /[;,\n]|(?<!\p{L})(?:and|и|жана)(?!\p{L})/iu]
  return [given, ...breaks.map((at) => only.split(at).filter((part) => part.trim() !== ''))].filter(
    (list) => list.length,
  )
}

/**
 * Members of a list in any order. Each answer meets at most one member and each member one answer, as many as can be,
 * those that stand as written before those with typos. Naming more than there are lowers the share of each.
 */
export function matchListAnswer(
  texts: readonly string[],
  members: readonly (readonly string[])[],
  documentText: string,
): ListMatch {
  const grid = texts.map((text) =>
    members.map((spellings) => best(spellings.map((key) => matchText(text, key, documentText)))),
  )
  const memberOf = new Map<number, number>()
  for (const level of ['same', 'typo'] as const) {
    for (const text of texts.keys())
      if (![...memberOf.values()].includes(text)) give(text, level, grid, memberOf, new Set())
  }
  const perKey = members.map((_, member) => memberOf.has(member))
  return { points: memberOf.size / Math.max(members.length, texts.length), perKey }
}

/** Finds a member for this text, moving earlier texts to other members where that helps (augmenting path). */
function give(
  text: number,
  level: 'same' | 'typo',
  grid: readonly (readonly Match[])[],
  memberOf: Map<number, number>,
  tried: Set<number>,
): boolean {
  for (const [member, match] of (grid[text] ?? []).entries()) {
    if (match === 'other' || (level === 'same' && match !== 'same') || tried.has(member)) continue
    tried.add(member)
    const holder = memberOf.get(member)
    if (holder !== undefined && !give(holder, level, grid, memberOf, tried)) continue
    memberOf.set(member, text)
    return true
  }
  return false
}

function best(matches: readonly Match[]): Match {
  if (matches.includes('same')) return 'same'
  return matches.includes('typo') ? 'typo' : 'other'
}
