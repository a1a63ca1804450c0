import type { Range } from '../language/english/phrases'
import type { Token } from '../language/english/tagger'

/** One member of a list: the others could stand in its place. */
export const inList = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens[from - 1]?.tag === 'CCONJ' ||
  (tokens[from - 1]?.tag === 'DET' && tokens[from - 2]?.tag === 'CCONJ') ||
  tokens[to]?.tag === 'CCONJ' ||
  (tokens[from - 1]?.text === ',' && tokens.slice(from, to).some(({ lower }) => lower === 'and')) ||
  (tokens[from - 1]?.text === ',' && tokens[to]?.text === ',')
