import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import type { Token } from '../../../language/english/tagger'

/** One member of a list: the others could stand in its place. */
export const inList = (tokens: readonly Token[], range: Range): boolean =>
  isMember(tokens, range) ||
  (tokens[range.from - 1]?.tag === 'DET' && isMember(tokens, { from: range.from - 1, to: range.to }))

const isMember = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens[from - 1]?.tag === 'CCONJ' ||
  (tokens[from - 1]?.tag === 'DET' && tokens[from - 2]?.tag === 'CCONJ') ||
  tokens[to]?.tag === 'CCONJ' ||
  (tokens[from - 1]?.text === ',' && tokens.slice(from, to).some(({ lower }) => lower === 'and')) ||
  (tokens[from - 1]?.text === ',' && tokens[to]?.text === ',') ||
  opensList(tokens, to) ||
  (tokens[from - 1]?.tag === 'DET' &&
    tokens[from - 2]?.text === ',' &&
    tokens.slice(from, to).some(({ lower }) => lower === 'and'))

/** "A, B and C": A; not "A, which …" or "A, a town". */
function opensList(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.text !== ',' || /^(?:DET|PRON|ADP|ADV|VERB|AUX|SCONJ)$/.test(tokens[to + 1]?.tag ?? '')) return false
  const end = nounPhraseEnd(tokens, to + 1)
  const next = tokens[end]
  return end > to + 1 && (next?.text === ',' || next?.tag === 'CCONJ')
}
