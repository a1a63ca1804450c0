import { allCountries } from './lexicon'

/** Countries that a text names anywhere, if only inside another word. Linear: one reading for all of them. */
export function countriesIn(text: string): Set<string> {
  const found = new Set<string>()
  const pattern = new RegExp(longestFirst().map(escaped).join('|'), 'g')
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.add(match[0])
    pattern.lastIndex = match.index + 1
  }
  // "Nigeria" begins with another country.
  return new Set(allCountries().filter((country) => [...found].some((name) => name.includes(country))))
}

const longestFirst = (): string[] => [...allCountries()].sort((a, b) => b.length - a.length)

const escaped = (name: string): string => name.replace(/[^\p{L}\p{N} ]/gu, '\\$&')
