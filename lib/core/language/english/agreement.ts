import type { VerbGroup } from './verbs'

const SINGULAR: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has', do: 'does' }

/** A verb group said of one thing, as "what" and "who" want it: "surround" → "surrounds", "have been set" → "has been set". */
export function inSingular(group: VerbGroup, text: string): string {
  const words = text.split(' ')
  const plain = group.auxiliary === null && group.kind !== 'copula'
  if (plain && (group.tense !== 'present' || group.main.lower !== group.base)) return text
  const turned = plain ? group.main.text : (group.auxiliary ?? group.main.lower)
  return words
    .map((word) => (word.toLowerCase() === turned ? (SINGULAR[turned] ?? withS(plain, word)) : word))
    .join(' ')
}

function withS(plain: boolean, word: string): string {
  if (!plain) return word
  if (/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}
