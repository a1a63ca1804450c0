import type { Clause } from './clause'
import type { Token } from './tokens'
import { splitForQuestion, type VerbGroup } from './verbs'
import { capital, inner, textOf, type WordCase } from './word-case'

/** A clause with what is needed to say it otherwise. */
export type QuestionSource = { readonly text: string; readonly clause: Clause; readonly words: WordCase }

/** "What paved the way for …?": the subject asked for, everything else kept. */
export function askSubject(source: QuestionSource, wh: string): string {
  const { text, clause } = source
  const verb = textOf(text, clause.tokens, clause.group)
  const said = /^(?:what|who)$/.test(wh) ? inSingular(clause.group, verb) : verb
  return finish(leadOf(source), `${wh} ${said} ${textOf(text, clause.tokens, clause.rest)}`)
}

/** "What is the gland composed of?", "When was the act passed?": wh-word, auxiliary, subject, verb, and what is left. */
export function askAround(source: QuestionSource, wh: string, tail: string, lead = leadOf(source)): string | null {
  const { text, clause, words } = source
  const { group, subject, tokens } = clause
  if (joinsVerb(clause)) return null
  const plural = group.base !== null && group.main.lower === group.base
  const split = splitForQuestion(group, textOf(text, tokens, group), plural)
  if (split === null) return null
  const parts = [wh, split.before, inner(text, tokens, subject, words), split.after, tail]
  return finish(lead, parts.filter(Boolean).join(' '))
}

/** "was awarded a degree and began work": of two verbs only one can be asked with. */
const joinsVerb = ({ tokens, rest }: Clause): boolean =>
  tokens
    .slice(rest.from, rest.to)
    .some(({ tag }, n, all) => tag === 'CCONJ' && isFiniteForm(all[all[n + 1]?.tag === 'ADV' ? n + 2 : n + 1]))

const isFiniteForm = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tag === 'AUX' ||
    (token.tag === 'VERB' && !token.lower.endsWith('ing') && token.lower !== token.lemma.toLowerCase()))

export const leadOf = ({ text, clause, words }: QuestionSource): string =>
  clause.lead ? inner(text, clause.tokens, clause.lead, words) : ''

// "What does S join?" needs the text as its source.
const SHORTEST_QUESTION = 5

const finish = (lead: string, question: string): string => {
  const trimmed = question
    .replace(/,(["”])?$/, '$1')
    .replace(/[\s,;:.]+$/, '')
    .replace(/\s+/g, ' ')
  if (lead === '' && trimmed.split(' ').length < SHORTEST_QUESTION)
    return `According to the text, ${trimmed.charAt(0).toLowerCase()}${trimmed.slice(1)}?`
  return lead === ''
    ? `${capital(trimmed)}?`
    : `${capital(lead)}, ${trimmed.charAt(0).toLowerCase()}${trimmed.slice(1)}?`
}

const SINGULAR: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has', do: 'does' }

/** A verb group said of one thing, as "what" and "who" want it: "surround" → "surrounds", "have been set" → "has been set". */
function inSingular(group: VerbGroup, text: string): string {
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
